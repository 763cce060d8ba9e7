namespace ParityNet.Parity.Proving;

/// <summary>Inputs beside ordinary numbers that the cases of a proof have.</summary>
[Flags]
public enum SpecialInputs
{
    /// <summary>Ordinary numbers alone.</summary>
    None = 0,

    /// <summary>Inputs that are NaN.</summary>
    NaN = 1,

    /// <summary>Inputs of ±∞.</summary>
    Infinite = 2,

    /// <summary>Inputs between 0 and the smallest normal number.</summary>
    Subnormal = 4,

    /// <summary>Inputs on a kink of the formula, where the derivative is a convention, and their neighbours.</summary>
    Kinks = 8,

    /// <summary>All of them.</summary>
    All = NaN | Infinite | Subnormal | Kinks,
}
