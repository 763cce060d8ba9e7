namespace ParityNet.Parity.Laws;

/// <summary>How closely a law must hold.</summary>
public enum LawKind
{
    /// <summary>To the bit: no tolerance at all. A zero may have either sign.</summary>
    Exact,

    /// <summary>Within the widths of the enclosures involved.</summary>
    Bounded,
}
