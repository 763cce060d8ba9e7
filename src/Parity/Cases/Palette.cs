namespace ParityNet.Parity.Cases;

/// <summary>The kind of numbers that most elements of a case have.</summary>
enum Palette
{
    /// <summary>Numbers of ordinary magnitude.</summary>
    Ordinary,

    /// <summary>Numbers of every magnitude from 10⁻³⁰ to 10⁸.</summary>
    Wide,

    /// <summary>Numbers on kinks, their floating-point neighbours, and ties.</summary>
    Kinks,

    /// <summary>Zeros of both signs, subnormal numbers and the smallest normal number.</summary>
    Tiny,

    /// <summary>Large logits, at which exponentials overflow or underflow.</summary>
    Logits,

    /// <summary>NaN, infinities and the largest finite numbers, among ordinary ones.</summary>
    Special,
}
