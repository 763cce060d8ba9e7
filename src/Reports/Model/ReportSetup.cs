using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>The options of a run.</summary>
/// <param name="Seed">The seed of every generator.</param>
/// <param name="CasesPerOp">The number of cases per op and element type.</param>
/// <param name="Backends">Names of the backends, the first one judged against the second.</param>
/// <param name="ElementTypes"><c>float32</c>, <c>float64</c> or both.</param>
/// <param name="Ops">Names of the ops.</param>
/// <param name="Generator">The version of the case generators; a seed gives other cases with another version.</param>
/// <param name="Command">The command that repeats the run.</param>
/// <param name="CaseRule">The rule that determined <paramref name="CasesPerOp"/>, in words; null where it was given.</param>
public sealed record ReportSetup(
    ulong Seed, int CasesPerOp, ImmutableArray<string> Backends, ImmutableArray<string> ElementTypes, ImmutableArray<string> Ops,
    int Generator, string Command, string? CaseRule = null);

/// <summary>The environment of a run.</summary>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The processor's architecture.</param>
/// <param name="Processor">The processor's name, or its architecture where the name is unknown.</param>
/// <param name="InstructionSets">The vector instructions that the runtime uses, widest last.</param>
/// <param name="Processors">The number of logical processors available to the run.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="ParityNet">The version of ParityNet.</param>
/// <param name="Commit">The commit it was built from, followed by <c>+</c> where files had changed; empty where it is unknown.</param>
/// <param name="Backends">The backends that ran.</param>
public sealed record ReportEnvironment(
    string System, string Architecture, string Processor, ImmutableArray<string> InstructionSets, int Processors, string Runtime,
    string ParityNet, string Commit, ImmutableArray<BackendInfo> Backends);

/// <summary>The times of a run, which are no part of the canonical form.</summary>
/// <param name="Started">The start, in UTC.</param>
/// <param name="Seconds">The duration in seconds.</param>
public sealed record ReportTimes(DateTimeOffset Started, double Seconds);

/// <summary>A part of a run that was skipped.</summary>
/// <param name="What">The part that was skipped.</param>
/// <param name="Reason">Why.</param>
public sealed record SkipReport(string What, string Reason);
