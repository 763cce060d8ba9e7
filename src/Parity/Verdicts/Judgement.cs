using System.Collections.Immutable;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Verdicts;

/// <summary>The verdicts on all elements of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Counts">The number of elements with each verdict.</param>
/// <param name="BitsEqual">The number of elements on which both backends gave the same bits.</param>
/// <param name="Widths">The widths of the enclosures, in ULPs.</param>
/// <param name="FirstUlps">The first backend's error on each element, in ULPs; NaN where it is undefined; empty where the backend did not
/// run.</param>
/// <param name="SecondUlps">The second backend's error on each element, in ULPs; NaN where it is undefined; empty where the backend did not
/// run.</param>
/// <param name="UsedFraction">The largest error over half the width of its enclosure.</param>
/// <param name="FirstWorst">The element with the first backend's largest error.</param>
/// <param name="SecondWorst">The element with the second backend's largest error.</param>
/// <param name="Outside">The first unexplained element outside; null where there is none.</param>
/// <param name="Known">The number of elements that each known difference explains, by id.</param>
/// <param name="Failure">The message of a backend's exception, or how its result has a wrong shape; null for neither.</param>
public sealed record Judgement(
    Case Case, VerdictCounts Counts, long BitsEqual, ImmutableArray<double> Widths,
    ImmutableArray<double> FirstUlps, ImmutableArray<double> SecondUlps, double UsedFraction,
    Finding? FirstWorst, Finding? SecondWorst, Finding? Outside, ImmutableDictionary<string, long> Known, string? Failure = null)
{
    /// <summary>Remarks on the first backend's elements beside their verdicts.</summary>
    public Remarks FirstRemarks { get; init; } = Remarks.None;

    /// <summary>Remarks on the second backend's elements beside their verdicts.</summary>
    public Remarks SecondRemarks { get; init; } = Remarks.None;

    /// <summary>Why a backend did not take part in the case: one sentence for each that did not.</summary>
    public ImmutableArray<string> Skipped { get; init; } = [];

    /// <summary>Whether the failure is a worker that gave no answer, which says nothing of the case.</summary>
    public bool IsLost { get; init; }

    /// <summary>The evidence for each output.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Whether no element and no failure is left unexplained.</summary>
    public bool Holds => Outside is null && Failure is null;

    /// <summary>A case that could not be judged.</summary>
    /// <param name="about">The case.</param>
    /// <param name="failure">Why.</param>
    /// <returns>A judgement without elements.</returns>
    public static Judgement Failed(Case about, string failure) =>
        new(about, VerdictCounts.None, 0, [], [], [], 0, null, null, null, ImmutableDictionary<string, long>.Empty, failure);
}
