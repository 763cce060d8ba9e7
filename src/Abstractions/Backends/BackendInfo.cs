using System.Collections.Immutable;

namespace ParityNet;

/// <summary>What a report states about a backend so that its results can be reproduced.</summary>
/// <param name="Name">The backend's name.</param>
/// <param name="Version">The version of the library that computes.</param>
/// <param name="Build">How that library was built, as it reports itself.</param>
/// <param name="InstructionSets">The vector instruction sets that it uses, widest last.</param>
/// <param name="Threads">The maximum number of threads that it uses.</param>
public sealed record BackendInfo(string Name, string Version, string Build, ImmutableArray<string> InstructionSets, int Threads);
