using System.Collections.Immutable;
using ParityNet.Parity.Audit;

namespace ParityNet.Reports;

/// <summary>What a run found: what was compared, on what, how far apart, and how to repeat it.</summary>
/// <remarks>Equal for equal options on one machine, but for <see cref="Times"/>, which the canonical form leaves out.</remarks>
/// <param name="Schema">The version of this model: 2.</param>
/// <param name="Complete">False where the run was cancelled; everything in a partial report holds for the cases that ran.</param>
/// <param name="Summary">The claim, and the totals.</param>
/// <param name="Environment">The machine, the runtime and the backends.</param>
/// <param name="Setup">The options of the run, and the command that repeats it.</param>
/// <param name="Ops">One entry an op and element type, in the catalogue's order.</param>
/// <param name="Laws">One entry a law: how often it was tried and where it broke.</param>
/// <param name="ErrorPlots">Error against input, for functions of one number.</param>
/// <param name="Trajectories">Free runs of both backends, side by side.</param>
/// <param name="KnownDifferences">Disagreements that are understood.</param>
/// <param name="Textbook">The numbers and figures of the textbook.</param>
/// <param name="Skipped">What did not run, and why.</param>
/// <param name="Audit">The own API of a backend's library on trial; null where it was not.</param>
/// <param name="Times">When the run started and how long it took; null in the canonical form.</param>
public sealed record Report(
    int Schema,
    bool Complete,
    ReportSummary Summary,
    ReportEnvironment Environment,
    ReportSetup Setup,
    ImmutableArray<OpReport> Ops,
    ImmutableArray<LawReport> Laws,
    ImmutableArray<ErrorPlot> ErrorPlots,
    ImmutableArray<TrajectoryReport> Trajectories,
    ImmutableArray<KnownDifferenceReport> KnownDifferences,
    TextbookReport Textbook,
    ImmutableArray<SkipReport> Skipped,
    AuditSummary? Audit = null,
    ReportTimes? Times = null);
