using System.Collections.Immutable;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Verdicts;

/// <summary>The verdicts on all elements of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Counts">How many elements got each verdict.</param>
/// <param name="BitsEqual">Elements on which both backends gave the same bits.</param>
/// <param name="Widths">The widths of the enclosures, in ULPs.</param>
/// <param name="FirstUlps">The first backend's error on each element; NaN where none can be told; empty where it did not run.</param>
/// <param name="SecondUlps">The second backend's error on each element; NaN where none can be told; empty where it did not run.</param>
/// <param name="UsedFraction">The largest error over half the width of its enclosure.</param>
/// <param name="FirstWorst">The element at which the first backend is farthest off.</param>
/// <param name="SecondWorst">The element at which the second backend is farthest off.</param>
/// <param name="Outside">The first unexplained element outside; null where there is none.</param>
/// <param name="Known">How often each known difference, by its id, explained an element.</param>
/// <param name="Failure">What a backend threw, or how its result was misshapen; null where all went well.</param>
public sealed record Judgement(
    Case Case, VerdictCounts Counts, long BitsEqual, ImmutableArray<double> Widths,
    ImmutableArray<double> FirstUlps, ImmutableArray<double> SecondUlps, double UsedFraction,
    Finding? FirstWorst, Finding? SecondWorst, Finding? Outside, ImmutableDictionary<string, long> Known, string? Failure = null)
{
    /// <summary>What the first backend's elements showed beside their verdicts.</summary>
    public Remarks FirstRemarks { get; init; } = Remarks.None;

    /// <summary>What the second backend's elements showed beside their verdicts.</summary>
    public Remarks SecondRemarks { get; init; } = Remarks.None;

    /// <summary>Whether nothing is left unexplained.</summary>
    public bool Holds => Outside is null && Failure is null;

    /// <summary>A case that could not be judged.</summary>
    /// <param name="about">The case.</param>
    /// <param name="failure">Why.</param>
    /// <returns>A judgement without elements.</returns>
    public static Judgement Failed(Case about, string failure) =>
        new(about, VerdictCounts.None, 0, [], [], [], 0, null, null, null, ImmutableDictionary<string, long>.Empty, failure);
}
