using System.Collections.Immutable;

namespace ParityNet.Parity.Known;

/// <summary>The disagreements that are understood: this is the one place for them.</summary>
public static class KnownDifferences
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<KnownDifference> All { get; } = [];
}
