using System.Collections.Immutable;

namespace ParityNet;

/// <summary>What a report must say of a backend so that its figures can be repeated.</summary>
/// <param name="Name">The backend's name.</param>
/// <param name="Version">The version of the library that computes.</param>
/// <param name="Build">How that library was built, as it tells itself.</param>
/// <param name="InstructionSets">The vector instructions it uses, widest last.</param>
/// <param name="Threads">How many threads it may use.</param>
public sealed record BackendInfo(string Name, string Version, string Build, ImmutableArray<string> InstructionSets, int Threads);
