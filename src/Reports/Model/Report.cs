using System.Collections.Immutable;
using ParityNet.Parity.Audit;

namespace ParityNet.Reports;

/// <summary>The report of a run: its setup, the verdicts and errors per op, the laws, and the command that repeats it.</summary>
/// <remarks>Equal options on one machine give equal reports, except for <see cref="Times"/>, which the canonical form omits.</remarks>
/// <param name="Schema">The version of this model: 4.</param>
/// <param name="Complete">False where the run was cancelled; a partial report is valid for the cases that ran.</param>
/// <param name="Summary">The claim, and the totals.</param>
/// <param name="Environment">The machine, the runtime and the backends.</param>
/// <param name="Setup">The options of the run, and the command that repeats it.</param>
/// <param name="Ops">One entry per op and element type, in the catalogue's order.</param>
/// <param name="Laws">One entry per law, op, element type and backend: the number of cases, and where the law broke.</param>
/// <param name="ErrorPlots">Error against input, for scalar functions.</param>
/// <param name="Trajectories">Training runs of both backends from the same start.</param>
/// <param name="KnownDifferences">The known differences.</param>
/// <param name="Textbook">The numbers and figures of the textbook.</param>
/// <param name="Skipped">The parts that did not run, with the reason.</param>
/// <param name="Audit">The audit of the own API of a backend's library; null where there was none.</param>
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
