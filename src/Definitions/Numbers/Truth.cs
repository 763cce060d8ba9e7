namespace ParityNet.Definitions.Numbers;

/// <summary>The outcome of a comparison that an interval may be unable to decide.</summary>
/// <remarks>It is a set of outcomes: only true, only false, or either.</remarks>
public readonly record struct Truth
{
    const byte TrueBit = 1, FalseBit = 2;

    readonly byte outcomes;

    Truth(bool canBeTrue, bool canBeFalse) =>
        outcomes = (byte)((canBeTrue ? TrueBit : 0) | (canBeFalse ? FalseBit : 0));

    /// <summary>The comparison holds for every value.</summary>
    public static Truth True => new(true, false);

    /// <summary>The comparison holds for no value.</summary>
    public static Truth False => new(false, true);

    /// <summary>The comparison holds for some values and fails for others.</summary>
    public static Truth Maybe => new(true, true);

    /// <summary>Whether some value makes the comparison hold.</summary>
    public bool CanBeTrue => (outcomes & TrueBit) != 0;

    /// <summary>Whether some value makes the comparison fail.</summary>
    public bool CanBeFalse => (outcomes & FalseBit) != 0;

    /// <summary>Whether the comparison is undecided.</summary>
    public bool IsMaybe => CanBeTrue && CanBeFalse;

    /// <summary>A decided outcome.</summary>
    /// <param name="value">The outcome.</param>
    public static Truth Of(bool value) => new(value, !value);

    /// <summary>An outcome given by what is possible.</summary>
    /// <param name="canBeTrue">Whether the comparison can hold.</param>
    /// <param name="canBeFalse">Whether the comparison can fail; at least one of the two must be possible.</param>
    public static Truth Possible(bool canBeTrue, bool canBeFalse) => new(canBeTrue, canBeFalse);

    /// <summary>Whether either holds, in three-valued logic.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Truth operator |(Truth a, Truth b) => new(a.CanBeTrue || b.CanBeTrue, a.CanBeFalse && b.CanBeFalse);

    /// <summary>"True", "False" or "Maybe".</summary>
    public override string ToString() => IsMaybe ? nameof(Maybe) : CanBeTrue ? nameof(True) : nameof(False);
}
