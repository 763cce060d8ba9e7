namespace ParityNet.Reports.Frameworks;

/// <summary>How a framework's op compares with the definition of that name.</summary>
enum FrameworkVerdict
{
    /// <summary>Every element is inside its bounds.</summary>
    Same,

    /// <summary>The same but for NaN, infinities or numbers at the end of the range.</summary>
    SpecialInputs,

    /// <summary>The same where it answers; it refuses cases that the definition has.</summary>
    Refuses,

    /// <summary>The same function, digits lost.</summary>
    DigitsLost,

    /// <summary>Another function, which has a name: another option, or a known way to differ.</summary>
    Dialect,

    /// <summary>Another function, without a name.</summary>
    Wrong,

    /// <summary>No case could be judged.</summary>
    Skipped,
}
