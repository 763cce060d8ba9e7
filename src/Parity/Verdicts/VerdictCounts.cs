namespace ParityNet.Parity.Verdicts;

/// <summary>How many elements got each verdict.</summary>
/// <param name="Identical">Both backends gave the same bits, inside the enclosure.</param>
/// <param name="BothInside">They differ, and both are inside.</param>
/// <param name="Inside">Only one backend ran, and it is inside.</param>
/// <param name="NativeOutside">The first backend alone is outside.</param>
/// <param name="TorchOutside">The second backend alone is outside.</param>
/// <param name="BothOutside">Both are outside.</param>
/// <param name="KnownDifference">Outside, for a reason that is on record.</param>
/// <param name="Vacuous">The enclosure is infinite or wider than 2¹² ULP, so that little was shown.</param>
/// <param name="OverflowsOnTheWay">Outside by an overflow on the way, on a backend that computes as the formula stands.</param>
/// <param name="UnderflowsOnTheWay">Outside by an underflow on the way, on a backend that computes as the formula stands.</param>
public sealed record VerdictCounts(
    long Identical, long BothInside, long Inside, long NativeOutside, long TorchOutside, long BothOutside, long KnownDifference, long Vacuous,
    long OverflowsOnTheWay, long UnderflowsOnTheWay)
{
    /// <summary>No elements at all.</summary>
    public static VerdictCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>All elements.</summary>
    public long Total() =>
        Identical + BothInside + Inside + NativeOutside + TorchOutside + BothOutside + KnownDifference + Vacuous + LeftRange();

    /// <summary>Elements outside by an overflow or underflow on the way, where that is no disagreement.</summary>
    public long LeftRange() => OverflowsOnTheWay + UnderflowsOnTheWay;

    /// <summary>Elements outside that nothing on record explains.</summary>
    public long Unexplained() => NativeOutside + TorchOutside + BothOutside;

    /// <summary>The counts of two sets of elements together.</summary>
    /// <param name="other">The other counts.</param>
    /// <returns>The sums.</returns>
    public VerdictCounts Plus(VerdictCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Identical + other.Identical, BothInside + other.BothInside, Inside + other.Inside,
            NativeOutside + other.NativeOutside, TorchOutside + other.TorchOutside, BothOutside + other.BothOutside,
            KnownDifference + other.KnownDifference, Vacuous + other.Vacuous,
            OverflowsOnTheWay + other.OverflowsOnTheWay, UnderflowsOnTheWay + other.UnderflowsOnTheWay);
    }
}
