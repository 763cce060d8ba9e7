namespace ParityNet.Parity.Laws;

/// <summary>The tolerance of a law.</summary>
enum LawKind
{
    /// <summary>No tolerance: equal to the bit, except that a zero may have either sign.</summary>
    Exact,

    /// <summary>Equal within the widths of the enclosures involved.</summary>
    Bounded,

    /// <summary>
    /// Within a bound on rounding or chance that the law derives itself; chance breaks a valid law for at most one seed in 2⁴⁰.
    /// </summary>
    Derived,
}
