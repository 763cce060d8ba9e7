using System.Collections.Immutable;

namespace ParityNet.Mutants;

/// <summary>The errors with which the default report of an op in an element type computes.</summary>
/// <param name="Op">The op and the element type.</param>
/// <param name="Ids">The errors.</param>
/// <param name="Seconds">How long the report took.</param>
sealed record Reach(string Op, ImmutableArray<int> Ids, double Seconds);
