using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Parity.Planted;
using ParityNet.Reports;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Reports.Textbook;
using ParityNet.Reports.Trajectories;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Reports: canonical, complete or validly partial.</summary>
public sealed class ReportTests
{
    static ReportOptions Small => new()
    {
        Backends = Backends.All,
        Ops = [Catalog.Find("huber_loss"), Catalog.Find("adam"), Catalog.Find("sigmoid")],
        Cases = 30,
        LawCases = 3,
    };

    [Fact]
    public void Equal_options_give_equal_bytes() =>
        Assert.Equal(ReportJson.Canonical(Run(Small)), ReportJson.Canonical(Run(Small with { Threads = 1 })));

    [Fact]
    public void A_report_reads_back()
    {
        Report report = Run(Small);
        Assert.True(report.Complete);
        Assert.True(report.Summary.Agrees, ReportJson.Write(report));
        Assert.Equal(6, report.Ops.Length);
        Assert.Equal(ReportJson.Write(report), ReportJson.Write(ReportJson.Read(ReportJson.Write(report))));
        Assert.Equal(64, ReportJson.Hash(report).Length);
    }

    [Fact]
    public void A_cancelled_run_leaves_a_valid_report()
    {
        using var source = new CancellationTokenSource();
        Report report = new ReportRun(Small).Run(new CancelAfterFirst(source), source.Token);
        Assert.False(report.Complete);
        Assert.StartsWith("So far, on ", report.Summary.Claim, StringComparison.Ordinal);
        Assert.EndsWith(" no unexplained disagreement in what ran.", report.Summary.Claim, StringComparison.Ordinal);
        Assert.InRange(report.Ops.Length, 0, 5);
        Assert.Equal(ReportJson.Canonical(report), ReportJson.Canonical(ReportJson.Read(ReportJson.Canonical(report))));
    }

    [Fact]
    public void A_claim_counts_in_the_singular_and_the_plural()
    {
        Assert.Equal("On 1 generated case of 1 op, native agrees with the definitions within bounds derived from the computation.",
            Claim.Of(["native"], 1, 1, 5, agrees: true, complete: true));
        Assert.Equal("On 23,200 generated cases of 29 ops, native and torch do not agree with the definitions within bounds derived from the computation.",
            Claim.Of(["native", "torch"], 23_200, 29, 5, agrees: false, complete: true));
        Assert.Equal("So far, on 30 generated cases of 1 op, native does not agree with the definitions within bounds derived from the computation.",
            Claim.Of(["native"], 30, 1, 5, agrees: false, complete: false));
        Assert.Equal("So far, on 30 generated cases of 1 op and 1 law, native shows no unexplained disagreement in what ran.",
            Claim.Of(["native"], 30, 1, 1, agrees: true, complete: false));
        Assert.Equal("So far, on 0 generated cases of 0 ops and 12 laws, native and torch show no unexplained disagreement in what ran.",
            Claim.Of(["native", "torch"], 0, 0, 12, agrees: true, complete: false));
    }

    [Fact]
    public void A_wrong_backend_makes_a_report_that_does_not_agree()
    {
        IBackend wrong = Planted.EveryPlantedError.All.First(p => p.Name == "δ is 1 always").Plant(Backends.Native);
        Report report = Run(Small with { Backends = [wrong] });
        Assert.False(report.Summary.Agrees);
        Assert.NotEmpty(report.Ops[0].Disagreements);
        Assert.Contains("new Huber(", report.Ops[0].Disagreements[0].Code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_one_op_is_named_and_leaves_the_others_judged()
    {
        Report report = Run(Small with { Backends = [new Failing(Backends.Native)] });

        Assert.False(report.Summary.Agrees);
        Assert.True(report.Complete);
        OpReport[] failed = [.. report.Ops.Where(op => op.Outside() > 0)];
        Assert.Equal(["huber_loss", "huber_loss"], failed.Select(op => op.Op));
        Assert.All(failed, op => Assert.Equal("huber_loss must be judged: expected verdicts, got NotSupportedException: No.", op.Disagreements[0].Verdict));
        Assert.All(report.Ops.Except(failed), op => Assert.Equal(30, op.Cases));
    }

    [Fact]
    public void A_kind_counts_what_is_outside_as_its_ops_do()
    {
        Report report = Run(Small with { Backends = [new Failing(Backends.Native)] });

        Assert.Equal(report.Ops.Where(op => op.Kind == "loss").Sum(op => op.Outside()), KindTotal.Of(report).Single(kind => kind.Kind == "loss").Outside);
    }

    [Fact]
    public void The_documented_schema_is_the_model() => Assert.Equal(ReportJson.Schema(), File.ReadAllText(Path.Combine(Root(), "docs", "report.schema.json")));

    [Fact]
    public void Every_number_of_the_textbook_comes_out_on_every_backend()
    {
        Backends.RequireTorch();
        TextbookReport textbook = TextbookRun.Of(Backends.All);
        Assert.All(textbook.Rows, row => Assert.True(row.Agrees, $"{row.What}: expected {row.Expected}, got {string.Join(", ", row.Computed)}."));
        Assert.Equal(5, textbook.Figures.Length);
    }

    [Fact]
    public void A_trajectory_of_right_code_stays_within_its_own_sensitivity()
    {
        IBackend torch = Backends.RequireTorch();
        foreach (Regime regime in Regime.All)
        {
            TrajectoryReport run = new Trajectory(Backends.Native, torch, regime).Run<float>(50, seeds: 3, twins: 3, cancellation: TestContext.Current.CancellationToken);
            // Each twin is libtorch itself, started one ULP away.
            Assert.All(run.Points, point => Assert.True(point.Distance <= point.TwinHigh, $"{regime.Name}, step {point.Step}"));
        }
    }

    [Fact]
    public void A_trajectory_shows_a_planted_error()
    {
        IBackend torch = Backends.RequireTorch();
        IBackend wrong = Planted.EveryPlantedError.All.First(p => p.Name == "ε before the bias correction (ε̂)").Plant(Backends.Native);
        TrajectoryReport run = new Trajectory(wrong, torch, Regime.All[1]).Run<float>(100, seeds: 1, twins: 3, cancellation: TestContext.Current.CancellationToken);
        Assert.All(run.Points, point => Assert.True(point.Distance > point.TwinHigh, $"step {point.Step}"));
    }

    static Report Run(ReportOptions options) => new ReportRun(options).Run(cancellation: TestContext.Current.CancellationToken);

    static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ParityNet.sln")))
            at = at.Parent;
        return at!.FullName;
    }

    // Has the losses, but for that of Huber, which it only claims to have.
    sealed class Failing(IBackend right) : AlteredBackend(right)
    {
        public override ILoss<T> Loss<T>(LossSpec spec) => spec is Huber ? new Lacking<T>(spec) : Right.Loss<T>(spec);
    }

    sealed class Lacking<T>(LossSpec spec) : ILoss<T> where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        public LossSpec Spec => spec;

        public Tensor<T> Value(Operands<T> operands) => throw new NotSupportedException("No.");

        public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null) => throw new NotSupportedException("No.");

        public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient) => throw new NotSupportedException("No.");
    }

    sealed class CancelAfterFirst(CancellationTokenSource source) : IProgress<ReportProgress>
    {
        public void Report(ReportProgress value)
        {
            if (value.Done == 2)
                source.Cancel();
        }
    }
}
