namespace ParityNet.Parity.Proving;

/// <summary>What kind of difference a proof found, the gravest first.</summary>
public enum ProofFailure
{
    /// <summary>None: the proof holds.</summary>
    None,

    /// <summary>The implementation threw, or gave a result of another shape.</summary>
    Throws,

    /// <summary>Ordinary inputs give other numbers: the formula differs.</summary>
    FormulaDiffers,

    /// <summary>The formula is the same, and more digits are lost than by rounding each operation.</summary>
    DigitsLost,

    /// <summary>Only special inputs (NaN, ±∞, numbers near the ends of the range) differ.</summary>
    SpecialInputs,
}
