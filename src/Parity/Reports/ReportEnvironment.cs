using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

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
