namespace ParityNet.Parity.Verdicts;

/// <summary>The number of elements with each verdict.</summary>
/// <param name="Identical">Both backends gave the same bits, inside the enclosure.</param>
/// <param name="BothInside">Both backends are inside, with different bits.</param>
/// <param name="Inside">Only one backend ran, and it is inside.</param>
/// <param name="FirstOutside">The first backend alone is outside.</param>
/// <param name="SecondOutside">The second backend alone is outside.</param>
/// <param name="BothOutside">Both are outside.</param>
/// <param name="KnownDifference">Outside, for a reason that is on record.</param>
/// <param name="Weak">Inside, but on less than 10 bits of evidence.</param>
/// <param name="OverflowsOnTheWay">Outside because of an intermediate overflow, on a backend that evaluates the formula as written.</param>
/// <param name="UnderflowsOnTheWay">Outside because of an intermediate underflow, on a backend that evaluates the formula as
/// written.</param>
public sealed record VerdictCounts(
    long Identical, long BothInside, long Inside, long FirstOutside, long SecondOutside, long BothOutside, long KnownDifference, long Weak,
    long OverflowsOnTheWay, long UnderflowsOnTheWay)
{
    /// <summary>No elements at all.</summary>
    public static VerdictCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The number of all elements.</summary>
    public long Total() =>
        Identical + BothInside + Inside + FirstOutside + SecondOutside + BothOutside + KnownDifference + Weak + LeftRange();

    /// <summary>The number of elements inside, whatever their bits.</summary>
    public long AllInside() => Identical + BothInside + Inside;

    /// <summary>The number of elements outside because of an intermediate overflow or underflow, where that is no disagreement.</summary>
    public long LeftRange() => OverflowsOnTheWay + UnderflowsOnTheWay;

    /// <summary>The number of elements outside that no known difference explains.</summary>
    public long Unexplained() => FirstOutside + SecondOutside + BothOutside;

    /// <summary>The counts of two sets of elements together.</summary>
    /// <param name="other">The other counts.</param>
    /// <returns>The sums.</returns>
    public VerdictCounts Plus(VerdictCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Identical + other.Identical, BothInside + other.BothInside, Inside + other.Inside,
            FirstOutside + other.FirstOutside, SecondOutside + other.SecondOutside, BothOutside + other.BothOutside,
            KnownDifference + other.KnownDifference, Weak + other.Weak,
            OverflowsOnTheWay + other.OverflowsOnTheWay, UnderflowsOnTheWay + other.UnderflowsOnTheWay);
    }
}
