using System.Collections.Immutable;
using ParityNet.Parity.Audit;

namespace ParityNet.Reports;

/// <summary>What a part of a run found, from which the parts together make the report that a run in one part would have made.</summary>
/// <param name="Schema">The version of the report that it leads to.</param>
/// <param name="Shard">Which part it is.</param>
/// <param name="Complete">False where it was cancelled.</param>
/// <param name="Environment">The machine, the runtime and the backends.</param>
/// <param name="Setup">The options of the whole run.</param>
/// <param name="Jobs">What was done.</param>
/// <param name="KnownDifferences">The known differences, with the elements of this part.</param>
/// <param name="Skipped">What did not run, whatever the cases.</param>
/// <param name="Times">When it ran.</param>
sealed record ReportPart(
    int Schema, Shard Shard, bool Complete, ReportEnvironment Environment, ReportSetup Setup, ImmutableArray<JobResult> Jobs,
    ImmutableArray<KnownDifferenceReport> KnownDifferences, ImmutableArray<SkipReport> Skipped, ReportTimes? Times = null);

/// <summary>The result of a job of a run.</summary>
/// <param name="Position">Its position among the jobs of the run.</param>
sealed record JobResult(int Position)
{
    public OpTally? Op { get; init; }

    public ImmutableArray<LawReport> Laws { get; init; } = [];

    public ImmutableArray<ErrorPlot> Plots { get; init; } = [];

    public TrajectoryReport? Trajectory { get; init; }

    public TextbookReport? Textbook { get; init; }

    public AuditSummary? Audit { get; init; }

    public ImmutableArray<SkipReport> Skipped { get; init; } = [];

    /// <summary>The results of the same job in two parts.</summary>
    public JobResult Plus(JobResult other) => new(Position)
    {
        Op = Op is { } one && other.Op is { } more ? one.Plus(more) : Op ?? other.Op,
        Laws = [.. Laws, .. other.Laws],
        Plots = [.. Plots, .. other.Plots],
        Trajectory = Trajectory ?? other.Trajectory,
        Textbook = Textbook ?? other.Textbook,
        Audit = Audit ?? other.Audit,
        Skipped = [.. Skipped.Union(other.Skipped)],
    };
}
