namespace ParityNet.Parity.Verdicts;

/// <summary>The verdict on one element: where the results of the backends lie relative to its enclosure.</summary>
public enum Verdict
{
    /// <summary>Both backends gave the same bits, inside the enclosure.</summary>
    Identical,

    /// <summary>Both backends are inside, with different bits.</summary>
    BothInside,

    /// <summary>Only one backend ran, and it is inside.</summary>
    Inside,

    /// <summary>The first backend alone is outside.</summary>
    FirstOutside,

    /// <summary>The second backend alone is outside.</summary>
    SecondOutside,

    /// <summary>Both are outside.</summary>
    BothOutside,

    /// <summary>Outside, for a reason that is on record.</summary>
    KnownDifference,

    /// <summary>Inside, but on less than 10 bits of evidence: the enclosure is wide beside the elements that are computed together.</summary>
    Weak,

    /// <summary>Outside because an intermediate result overflows although the result does not.</summary>
    OverflowsOnTheWay,

    /// <summary>Outside because an intermediate result underflows to 0 although the result does not.</summary>
    UnderflowsOnTheWay,
}
