namespace ParityNet.Parity.Laws;

/// <summary>How closely a law must hold.</summary>
public enum LawKind
{
    /// <summary>To the bit: no tolerance at all. A zero may have either sign.</summary>
    Exact,

    /// <summary>Within the widths of the enclosures involved.</summary>
    Bounded,

    /// <summary>Within a bound that the law derives itself, of rounding or of chance: chance breaks a law that holds once in 2⁴⁰ seeds.</summary>
    Derived,
}
