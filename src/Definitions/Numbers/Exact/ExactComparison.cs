namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Exact
{
    /// <inheritdoc/>
    public static Truth operator <(Exact a, Exact b) => Compared(a, b, sign => sign < 0);

    /// <inheritdoc/>
    public static Truth operator >(Exact a, Exact b) => Compared(a, b, sign => sign > 0);

    /// <inheritdoc/>
    public static Truth operator <=(Exact a, Exact b) => Compared(a, b, sign => sign <= 0);

    /// <inheritdoc/>
    public static Truth operator >=(Exact a, Exact b) => Compared(a, b, sign => sign >= 0);

    /// <inheritdoc/>
    public static Truth Equal(Exact a, Exact b) => Compared(a, b, sign => sign == 0);

    /// <inheritdoc/>
    public static Truth IsNaN(Exact a) => a.IsUndecided ? Truth.Maybe : Truth.Of(a.kind == Kind.NaN);

    /// <inheritdoc/>
    public static Exact Abs(Exact a) => a.kind == Kind.MinusInfinity ? Infinite(true) : new(Ball.Abs(a.ball), a.kind);

    /// <inheritdoc/>
    public static Exact Min(Exact a, Exact b) => -Max(-a, -b);

    /// <inheritdoc/>
    public static Exact Max(Exact a, Exact b) => Special(a, b) ?? Where(a > b, a, b);

    /// <inheritdoc/>
    public static Exact Where(Truth condition, Exact ifTrue, Exact ifFalse)
    {
        if (!condition.IsMaybe)
            return condition.CanBeTrue ? ifTrue : ifFalse;
        return ifTrue.IsFinite && ifFalse.IsFinite
            ? new(Ball.Hull(ifTrue.ball, ifFalse.ball))
            : ifTrue.kind == ifFalse.kind ? ifTrue : new(default, Kind.Undecided);
    }

    /// <inheritdoc/>
    public static Exact Hull(Exact a, Exact b) => a;

    /// <inheritdoc/>
    public static Exact WithDerivativeOf(Exact primary, Exact alternative) => primary;

    /// <inheritdoc/>
    public static Exact Detach(Exact a) => a;

    static Truth Compared(Exact a, Exact b, Func<int, bool> holds)
    {
        if (Special(a, b) is { } special)
            return special.IsUndecided ? Truth.Maybe : Truth.False;
        if (!a.IsFinite || !b.IsFinite)
            return Truth.Of(holds((a.IsFinite ? 0 : a.Sign) - (b.IsFinite ? 0 : b.Sign)));
        Ball difference = a.ball - b.ball;
        return difference.IsZero || difference.Sign != 0 ? Truth.Of(holds(difference.Sign)) : Truth.Maybe;
    }
}
