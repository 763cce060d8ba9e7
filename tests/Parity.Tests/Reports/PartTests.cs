using System.Collections.Immutable;
using ParityNet.Reports;
using ParityNet.Reports.Rendering;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Parts of a run: together they are the run in one part.</summary>
public sealed class PartTests
{
    static ReportOptions Small(params IEnumerable<IBackend> backends) => new()
    {
        Backends = [.. backends],
        Ops = [Catalog.Find("huber_loss"), Catalog.Find("adam"), Catalog.Find("sigmoid"), Catalog.Find("layer_norm"), Catalog.Find("step_lr")],
        Cases = 31,
        LawCases = 3,
    };

    static IBackend Wrong => Planted.EveryPlantedError.All.First(p => p.Name == "δ is 1 always").Plant(Backends.Native);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public void Parts_together_give_the_bytes_of_a_run_in_one(int count)
    {
        ReportOptions options = Small(Backends.All);
        string whole = ReportJson.Canonical(Run(options));
        Assert.Equal(whole, ReportJson.Canonical(ReportParts.Merged([.. Parts(options, count).Reverse()])));
    }

    [Fact]
    public void Shrunk_disagreements_of_parts_are_those_of_a_run_in_one()
    {
        ReportOptions options = Small(Wrong);
        Report whole = Run(options);
        Assert.Equal(3, whole.Ops[0].Disagreements.Length);
        Assert.Equal(ReportJson.Canonical(whole), ReportJson.Canonical(ReportParts.Merged([.. Parts(options, 4)])));
    }

    [Fact]
    public void A_part_reads_back() => Assert.All(Parts(Small(Backends.Native), 3),
        part => Assert.Equal(PartJson.Write(part), PartJson.Write(PartJson.Read(PartJson.Write(part)))));

    [Fact]
    public void The_cases_of_all_parts_are_the_cases()
    {
        foreach (int cases in (int[])[1, 2, 31, 1000])
            foreach (int count in (int[])[1, 2, 7, 64])
                Assert.Equal(Enumerable.Range(0, cases), Enumerable.Range(1, count).Select(i => new Shard(i, count).CasesOf(cases))
                    .SelectMany(range => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value)));
        Assert.Equal(int.MaxValue, new Shard(64, 64).CasesOf(int.MaxValue).End.Value);
    }

    [Fact]
    public void Parts_that_are_missing_doubled_or_of_other_runs_are_refused_by_name()
    {
        ReportOptions options = Small(Backends.Native) with { Ops = [Catalog.Find("relu")], LawCases = 0 };
        ReportPart[] parts = [.. Parts(options, 3)];
        Assert.Null(ReportParts.Obstacle(parts));
        Refused("all 3 parts must be given: expected them all, got all but 1, 3.", parts[1]);
        Refused("each part must be given once: expected part 2 once, got it 2 times.", [.. parts, parts[1]]);
        Refused("parts must be given: expected those of a run, got none.");
        Refused("expected the seed 1 of part 1/3, got 2 of part 2/3", parts[0], new ReportRun(options with { Seed = 2 }).Blank(new(2, 3)));
        Refused("expected the number of cases 31 of part 1/3, got 32", parts[0], new ReportRun(options with { Cases = 32 }).Blank(new(2, 3)));
        Refused("expected the ops relu of part 1/3, got sigmoid", parts[0], new ReportRun(options with { Ops = [Catalog.Find("sigmoid")] }).Blank(new(2, 3)));
        Refused("expected the instruction sets", parts[0], parts[1] with { Environment = parts[1].Environment with { InstructionSets = ["AdvSimd"] } });
        Refused("expected the version", parts[0], parts[1] with { Environment = parts[1].Environment with { ParityNet = "9" } });
    }

    [Fact]
    public void Parts_of_several_capabilities_are_columns_and_those_of_one_are_the_run()
    {
        ReportOptions options = Small(Backends.Native);
        ReportPart[] parts = [.. Parts(options, 3)];
        Assert.Equal(ReportJson.Canonical(Run(options)), ReportJson.Canonical(Assert.Single(MixedParts.Columns(parts)).Report));

        // The third on another machine, and then the whole run on both.
        ReportPart[] mixed = [parts[2] with { Environment = Other(parts[2].Environment) }, parts[1], parts[0]];
        Assert.Null(MixedParts.Obstacle(mixed));
        MixedColumn[] columns = [.. MixedParts.Columns(mixed)];
        Assert.Equal(["A 1,2 False", "B 3 False"], columns.Select(column => $"{column.Name} {string.Join(',', column.Parts)} {column.Report.Complete}"));
        Assert.Equal([("the instruction sets", "AdvSimd")], columns[1].Capability);
        Assert.Equal(Run(options).Summary.Elements, columns.Sum(column => column.Report.Summary.Elements));

        ReportPart[] both = [.. parts, .. parts.Select(part => part with { Environment = Other(part.Environment) })];
        Assert.Null(MixedParts.Obstacle(both));
        ImmutableArray<MixedColumn> twice = MixedParts.Columns(both);
        Assert.All(twice, column => Assert.True(column.Report.Complete));
        Assert.Contains("Of 8 ops and types, 8 are the same in every column.\n", MixedView.Markdown(twice), StringComparison.Ordinal);

        static ReportEnvironment Other(ReportEnvironment environment) => environment with { InstructionSets = ["AdvSimd"] };
    }

    [Fact]
    public void Columns_need_all_parts_once_a_capability_and_of_one_run()
    {
        ReportOptions options = Small(Backends.Native) with { Ops = [Catalog.Find("relu")], LawCases = 0 };
        ReportPart[] parts = [.. Parts(options, 2)];
        Assert.Contains("got all but 2", MixedParts.Obstacle([parts[0]]), StringComparison.Ordinal);
        Assert.Contains("expected part 1 once, got it 2 times", MixedParts.Obstacle([parts[0], parts[0], parts[1]]), StringComparison.Ordinal);
        Assert.Contains("expected the seed 1", MixedParts.Obstacle([parts[0], new ReportRun(options with { Seed = 2 }).Blank(new(2, 2))]), StringComparison.Ordinal);
        Assert.Contains("parts must be given", MixedParts.Obstacle([]), StringComparison.Ordinal);
    }

    [Fact]
    public void Quantiles_of_a_distribution_are_at_most_one_class_above_the_exact_ones()
    {
        var random = new Random(1);
        double[] numbers = [.. Enumerable.Range(0, 1000).Select(_ => Math.ScaleB(random.NextDouble(), random.Next(-30, 30))), 0, double.PositiveInfinity];
        var left = new Distribution.Builder();
        var right = new Distribution.Builder();
        foreach ((int i, double number) in numbers.Index())
            (i % 3 == 0 ? left : right).Add(number);
        Distribution sum = left.Build().Plus(right.Build());
        Assert.Equal(numbers.Length, sum.Total());
        Assert.Equal(double.PositiveInfinity, sum.Max());
        double[] sorted = [.. numbers.Order()];
        foreach (double share in (double[])[0, 0.01, 0.5, 0.95, 0.99])
        {
            double exact = sorted[(int)(share * sorted.Length)];
            Assert.InRange(sum.Quantile(share), exact, exact * (1 + 1.0 / 128));
        }
        Assert.Equal(sum.Classes, right.Build().Plus(left.Build()).Classes);
    }

    static void Refused(string message, params ReportPart[] parts) => Assert.Contains(message, ReportParts.Obstacle(parts), StringComparison.Ordinal);

    static IEnumerable<ReportPart> Parts(ReportOptions options, int count) => Enumerable.Range(1, count)
        .Select(i => new ReportRun(options).Part(new(i, count), cancellation: TestContext.Current.CancellationToken));

    static Report Run(ReportOptions options) => new ReportRun(options).Run(cancellation: TestContext.Current.CancellationToken);
}
