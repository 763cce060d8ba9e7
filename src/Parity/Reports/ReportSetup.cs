using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

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
