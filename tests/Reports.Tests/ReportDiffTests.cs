using ParityNet.Reports.Tests.Samples;
using Xunit;

namespace ParityNet.Reports.Tests;

public sealed class ReportDiffTests
{
    static readonly Report Before = SampleReport.Agreeing();

    [Fact]
    public void A_report_does_not_differ_from_itself_at_another_time()
    {
        ReportDiff diff = ReportDiff.Of(Before, Before with { Times = null });
        Assert.True(diff.SameCases);
        Assert.Empty(diff.Setting);
        Assert.Empty(diff.Changes);
    }

    [Fact]
    public void What_is_outside_now_is_worse_and_the_other_way_round_better()
    {
        Report after = With(op => op with { Verdicts = op.Verdicts with { FirstOutside = 17, Identical = op.Verdicts.Identical - 17 } });
        Change worse = Assert.Single(ReportDiff.Of(Before, after).Changes, change => change.Direction == Direction.Worse);
        Assert.Equal(("mse_loss float32", "outside 0 of 42,982 → 17 of 42,982"), (worse.Where, worse.What));
        Assert.Contains(ReportDiff.Of(Before, after).Changes, change => change is { Direction: Direction.Moved, What: "17 elements parted" });
        Assert.False(ReportDiff.Of(after, Before).IsWorse);
        Assert.Contains(ReportDiff.Of(after, Before).Changes, change => change.Direction == Direction.Better);
    }

    [Fact]
    public void An_error_of_the_first_backend_that_grows_is_worse_and_one_of_the_second_has_moved()
    {
        Report first = With(op => op with { Accuracy = [op.Accuracy[0] with { Max = 50 }, op.Accuracy[1]] }),
            second = With(op => op with { Accuracy = [op.Accuracy[0], op.Accuracy[1] with { Max = 50 }] });
        Assert.Equal(Direction.Worse, Assert.Single(ReportDiff.Of(Before, first).Changes).Direction);
        Assert.Equal(Direction.Moved, Assert.Single(ReportDiff.Of(Before, second).Changes).Direction);
    }

    [Fact]
    public void Other_cases_are_compared_by_what_is_unexplained_alone()
    {
        Report other = With(op => op with { Accuracy = [op.Accuracy[0] with { Max = 50 }, op.Accuracy[1]] });
        ReportDiff diff = ReportDiff.Of(Before, other with { Setup = other.Setup with { Seed = 2 } });
        Assert.False(diff.SameCases);
        Assert.Empty(diff.Changes);
        Assert.Equal("1 → 2", Assert.Single(diff.Setting).What);
    }

    [Fact]
    public void Laws_known_differences_textbook_and_coverage_are_held_against_the_baseline()
    {
        Report after = Before with
        {
            Ops = Before.Ops.RemoveAt(1),
            Laws = Before.Laws.SetItem(0, Before.Laws[0] with { Broken = 3 }),
            KnownDifferences = [Before.KnownDifferences[0] with { StillDiffers = false }],
            Textbook = Before.Textbook with { Rows = [Before.Textbook.Rows[0] with { Agrees = false }, .. Before.Textbook.Rows.Skip(1)] },
        };
        string[] worse = [.. ReportDiff.Of(Before, after).Changes.Where(change => change.Direction == Direction.Worse).Select(change => change.What)];
        Assert.Equal(["is no longer judged", "broken now, in 3 of 20", "the pinned case no longer differs", "no longer agrees"], worse);
    }

    [Fact]
    public void The_same_case_with_other_bits_says_by_how_many_ulp()
    {
        // One float further from 0.
        Report after = With(op => op with { Worst = [op.Worst[0] with { Computed = [op.Worst[0].Computed[0] with { Decimal = "0.18242554", Hex = "0x1.759b8cp-3" }, op.Worst[0].Computed[1]] }, op.Worst[1]] });
        Change moved = Assert.Single(ReportDiff.Of(Before, after).Changes);
        Assert.Equal((Direction.Moved, "native at grads.input[3] 0x1.759b8ap-3 → 0x1.759b8cp-3, 1 ULP"), (moved.Direction, moved.What));
    }

    static Report With(Func<OpReport, OpReport> change) => Before with { Ops = [change(Before.Ops[0]), .. Before.Ops.Skip(1)] };
}
