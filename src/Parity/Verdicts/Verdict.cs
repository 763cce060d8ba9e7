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
    NativeOutside,

    /// <summary>The second backend alone is outside.</summary>
    TorchOutside,

    /// <summary>Both are outside.</summary>
    BothOutside,

    /// <summary>Outside, for a reason that is on record.</summary>
    KnownDifference,

    /// <summary>The enclosure is infinite or wider than 2¹² ULP, so that being inside says little.</summary>
    Vacuous,

    /// <summary>Outside because an intermediate result overflows although the result does not.</summary>
    OverflowsOnTheWay,

    /// <summary>Outside because an intermediate result underflows to 0 although the result does not.</summary>
    UnderflowsOnTheWay,
}
