using System.Collections.Immutable;
using ParityNet.Losses;
using static ParityNet.Parity.Laws.ClassLossLaws;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about a batch of rows as a whole.</summary>
static class BatchLaws
{
    const int Many = 4096;

    public static ImmutableArray<Law> All { get; } =
    [
        new("reduction=mean does not depend on the order of rows", LawKind.Bounded, s => s is ClassLoss or RowLoss, (b, s) =>
        {
            Arguments a = s is RowLoss ? RowLossLaws.Draw(b, s) : Draw(b);
            LossSpec mean = (LossSpec)s with { Reduction = Reduction.Mean };
            int[] order = b.Permutation(a.Shape[0]);
            return Hold.Near(b.Function(mean, a).Total,
                b.Function(mean, RowLossLaws.Rearranged(a, rows => ElementLossLaws.Moved(rows, order))).Total);
        }),
        new("reduction=mean of n equal rows = loss of one row", LawKind.Derived,
            s => s is CrossEntropy { IgnoreIndex: < 0 } or NegativeLogLikelihood { IgnoreIndex: < 0 }, (b, s) =>
        {
            LossSpec mean = (LossSpec)s with { Reduction = Reduction.Mean };
            Arguments one = Draw(b, 1);
            Arguments all =
                new([Many, one.Shape[1]],
                [.. Enumerable.Repeat(one.Input, Many).SelectMany(row => row)]) { Labels = [.. Enumerable.Repeat(one.Labels![0], Many)] };
            double expected = b.Function(mean, one).Total.Value, got = b.Function(mean, all).Total.Value;
            // Blocked summation adds each row to at most 16 others on each of three levels; the row itself adds a few rounding errors.
            double bound = (3 * 16 + 8) * HalfUnit(b) * Math.Abs(expected);
            return Math.Abs(got - expected) <= bound ? null
                : FormattableString.Invariant($"the mean must be near that of one row: expected {expected:R} ± {bound:R}, got {got:R}.");
        }),
        new("a class index ≥ C is refused", LawKind.Exact, s => s is CrossEntropy or NegativeLogLikelihood or MultiMargin, (b, s) =>
        {
            Arguments a = Draw(b);
            try
            {
                b.Function((LossSpec)s, a with { Labels = [.. a.Labels!.SkipLast(1), Classes(b)] });
                return $"a label of {Classes(b)} with {Classes(b)} classes must be refused: expected an error, got a result.";
            }
            catch (ArgumentException)
            {
                return null;
            }
        }),
    ];

    static double HalfUnit(LawContext b) => b.Round(1 + Math.ScaleB(1, -30)) == 1 ? Math.ScaleB(1, -24) : Math.ScaleB(1, -53);
}
