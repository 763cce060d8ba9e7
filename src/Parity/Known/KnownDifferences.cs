using System.Collections.Immutable;

namespace ParityNet.Parity.Known;

/// <summary>The disagreements that are understood: this is the one place for them.</summary>
public static class KnownDifferences
{
    /// <summary>Elements outside their enclosure.</summary>
    public static ImmutableArray<KnownDifference> All { get; } = [];

    /// <summary>Laws that do not hold.</summary>
    public static ImmutableArray<KnownLawBreak> LawBreaks { get; } = [];

    /// <summary>Why a law does not hold on a backend; null where that is not on record.</summary>
    /// <param name="law">The name of the law.</param>
    /// <param name="op">PyTorch's name of the op.</param>
    /// <param name="backend">The backend.</param>
    /// <returns>The reason.</returns>
    public static string? ReasonForLaw(string law, string op, string backend) =>
        LawBreaks.FirstOrDefault(known => known.Law == law && known.Op == op && known.Backend == backend)?.Reason;
}
