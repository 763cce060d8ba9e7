namespace ParityNet.Parity.Verdicts;

/// <summary>What a law found about one element.</summary>
public enum Verdict
{
    /// <summary>Both backends gave the same bits, inside the enclosure.</summary>
    Identical,

    /// <summary>They differ, and both are inside.</summary>
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

    /// <summary>Outside, since something that is computed on the way is larger than the type's largest number, though the result is not.</summary>
    OverflowsOnTheWay,

    /// <summary>Outside, since something that is computed on the way is rounded to 0, though the result is not.</summary>
    UnderflowsOnTheWay,
}
