namespace ParityNet.Definitions.Numbers;

/// <summary>The outcome of a comparison of numbers that may be intervals: true, false or undecided.</summary>
/// <remarks>
/// It is a set of outcomes: only true, only false, or either. If operands may have overflowed or underflowed, <see cref="InRange"/> is
/// the set without that.
/// </remarks>
public readonly record struct Truth
{
    const byte TrueBit = 1, FalseBit = 2;

    // The next two bits hold the outcomes without overflow and underflow.
    const int Shift = 2;

    // Whether overflow, or underflow, adds outcomes.
    const byte OverflowBit = 16, UnderflowBit = 32;

    readonly byte outcomes;

    Truth(bool canBeTrue, bool canBeFalse)
    {
        int all = (canBeTrue ? TrueBit : 0) | (canBeFalse ? FalseBit : 0);
        outcomes = (byte)(all | (all << Shift));
    }

    Truth(Truth inRange, Truth beyond, int range) =>
        outcomes =
            (byte)(((inRange.outcomes | beyond.outcomes) & (TrueBit | FalseBit)) | ((inRange.outcomes & (TrueBit | FalseBit)) << Shift) | range);

    /// <summary>The comparison holds for every value.</summary>
    public static Truth True => new(true, false);

    /// <summary>The comparison holds for no value.</summary>
    public static Truth False => new(false, true);

    /// <summary>The comparison holds for some values and fails for others.</summary>
    public static Truth Maybe => new(true, true);

    /// <summary>Whether the comparison holds for some value.</summary>
    public bool CanBeTrue => (outcomes & TrueBit) != 0;

    /// <summary>Whether the comparison fails for some value.</summary>
    public bool CanBeFalse => (outcomes & FalseBit) != 0;

    /// <summary>Whether the comparison is undecided.</summary>
    public bool IsMaybe => CanBeTrue && CanBeFalse;

    /// <summary>The outcomes without overflow or underflow of an operand.</summary>
    internal Truth InRange => new((outcomes & (TrueBit << Shift)) != 0, (outcomes & (FalseBit << Shift)) != 0);

    /// <summary>Whether overflow of an operand adds outcomes.</summary>
    internal bool Overflows => (outcomes & OverflowBit) != 0;

    /// <summary>Whether underflow of an operand adds outcomes.</summary>
    internal bool Underflows => (outcomes & UnderflowBit) != 0;

    /// <summary>A decided outcome.</summary>
    /// <param name="value">The outcome.</param>
    public static Truth Of(bool value) => new(value, !value);

    /// <summary>A set of possible outcomes.</summary>
    /// <param name="canBeTrue">Whether the comparison can hold.</param>
    /// <param name="canBeFalse">Whether the comparison can fail; at least one of the two must be possible.</param>
    public static Truth Possible(bool canBeTrue, bool canBeFalse) => new(canBeTrue, canBeFalse);

    /// <summary>Whether either holds, in three-valued logic.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Truth operator |(Truth a, Truth b) =>
        new(Either(a.InRange, b.InRange), Either(a, b), (a.outcomes | b.outcomes) & (OverflowBit | UnderflowBit));

    /// <summary>The outcomes in range, together with those after overflow or underflow of an operand.</summary>
    internal static Truth Beyond(Truth inRange, Truth beyond, bool overflows, bool underflows) =>
        new(inRange, beyond, (overflows ? OverflowBit : 0) | (underflows ? UnderflowBit : 0));

    /// <summary>"True", "False" or "Maybe".</summary>
    public override string ToString() => IsMaybe ? nameof(Maybe) : CanBeTrue ? nameof(True) : nameof(False);

    static Truth Either(Truth a, Truth b) => new(a.CanBeTrue || b.CanBeTrue, a.CanBeFalse && b.CanBeFalse);
}
