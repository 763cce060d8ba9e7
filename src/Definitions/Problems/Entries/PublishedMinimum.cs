using System.Collections.Immutable;

namespace ParityNet.Definitions.Problems;

/// <summary>A local minimum as its source prints it.</summary>
/// <param name="Value">The value, to as many digits as are printed.</param>
/// <param name="IsRounded">Whether the printed value is rounded; else it is exact, such as 0.</param>
/// <param name="At">The variables; empty where they are not printed.</param>
public sealed record PublishedMinimum(DecimalNumber Value, bool IsRounded, ImmutableArray<DecimalNumber> At);
