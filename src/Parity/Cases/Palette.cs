namespace ParityNet.Parity.Cases;

/// <summary>What most numbers of a case are like.</summary>
enum Palette
{
    /// <summary>Of ordinary size.</summary>
    Ordinary,

    /// <summary>Of every magnitude from 10⁻³⁰ to 10⁸.</summary>
    Wide,

    /// <summary>On kinks, one step beside them, and equal to one another.</summary>
    Kinks,

    /// <summary>Zeros of both signs, subnormal numbers, the smallest normal one.</summary>
    Tiny,

    /// <summary>Large logits, at which exponentials overflow or vanish.</summary>
    Logits,

    /// <summary>NaN, infinities and the largest numbers among ordinary ones.</summary>
    Special,
}
