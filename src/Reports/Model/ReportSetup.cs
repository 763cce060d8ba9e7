using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>The options of a run.</summary>
/// <param name="Seed">The seed of every generator.</param>
/// <param name="CasesPerOp">Cases an op and element type.</param>
/// <param name="Backends">Names of the backends, the first one judged against the second.</param>
/// <param name="ElementTypes"><c>float32</c>, <c>float64</c> or both.</param>
/// <param name="Ops">Names of the ops.</param>
/// <param name="Generator">The version of the case generators; a seed gives other cases under another version.</param>
/// <param name="Command">The command that repeats the run.</param>
/// <param name="CaseRule">How <paramref name="CasesPerOp"/> came about, in words; null where it was asked for.</param>
public sealed record ReportSetup(
    ulong Seed, int CasesPerOp, ImmutableArray<string> Backends, ImmutableArray<string> ElementTypes, ImmutableArray<string> Ops,
    int Generator, string Command, string? CaseRule = null);

/// <summary>Where a report was made.</summary>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The processor's architecture.</param>
/// <param name="Processor">The processor's own name, or its architecture where it tells none.</param>
/// <param name="InstructionSets">The vector instructions that the runtime uses, widest last.</param>
/// <param name="Processors">How many processors the run could use.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="ParityNet">The version of ParityNet.</param>
/// <param name="Commit">The commit it was built from, with <c>+</c> where files had changed; empty where it is not known.</param>
/// <param name="Backends">The backends that ran.</param>
public sealed record ReportEnvironment(
    string System, string Architecture, string Processor, ImmutableArray<string> InstructionSets, int Processors, string Runtime,
    string ParityNet, string Commit, ImmutableArray<BackendInfo> Backends);

/// <summary>When a run was made; no part of the canonical form.</summary>
/// <param name="Started">The start, in UTC.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record ReportTimes(DateTimeOffset Started, double Seconds);

/// <summary>Something that did not run.</summary>
/// <param name="What">What was left out.</param>
/// <param name="Reason">Why.</param>
public sealed record SkipReport(string What, string Reason);
