namespace ParityNet.Definitions.Numbers;

public readonly partial struct Adjoint<R>
{
    /// <inheritdoc/>
    public static Adjoint<R> operator +(Adjoint<R> a, Adjoint<R> b)
    {
        R value = a.Value + b.Value;
        return b.IsConstant ? a.With(value)
            : a.IsConstant ? b.With(value)
            : new(value, TapeOf(a, b)!, a.tape!.RecordSum([a, b]));
    }

    /// <inheritdoc/>
    public static Adjoint<R> operator -(Adjoint<R> a, Adjoint<R> b)
    {
        R value = a.Value - b.Value;
        return b.IsConstant ? a.With(value)
            : a.IsConstant ? b.After(value, Rule.Negation, default)
            : Both(a, b, value, Rule.Difference, default, default);
    }

    /// <inheritdoc/>
    public static Adjoint<R> operator *(Adjoint<R> a, Adjoint<R> b)
    {
        R value = a.Value * b.Value;
        return b.IsConstant ? a.After(value, Rule.Times, b.Value)
            : a.IsConstant ? b.After(value, Rule.Times, a.Value)
            : Both(a, b, value, Rule.Product, a.Value, b.Value);
    }

    /// <inheritdoc/>
    public static Adjoint<R> operator /(Adjoint<R> a, Adjoint<R> b)
    {
        R value = a.Value / b.Value;
        return b.IsConstant ? a.After(value, Rule.Over, b.Value) : Both(a, b, value, Rule.Quotient, b.Value, value / b.Value);
    }

    /// <inheritdoc/>
    public static Adjoint<R> operator -(Adjoint<R> a) => a.After(-a.Value, Rule.Negation, default);

    /// <inheritdoc/>
    public static Adjoint<R> Abs(Adjoint<R> a) => a.After(R.Abs(a.Value), Rule.Times, R.Sign(a.Value));

    /// <inheritdoc/>
    public static Adjoint<R> Min(Adjoint<R> a, Adjoint<R> b) => Choose(R.Min(a.Value, b.Value), a, b, a.Value < b.Value, b.Value < a.Value);

    /// <inheritdoc/>
    public static Adjoint<R> Max(Adjoint<R> a, Adjoint<R> b) => Choose(R.Max(a.Value, b.Value), a, b, a.Value > b.Value, b.Value > a.Value);

    /// <inheritdoc/>
    public static Adjoint<R> Square(Adjoint<R> a) =>
        a.IsConstant ? Constant(R.Square(a.Value)) : a.After(R.Square(a.Value), Rule.Times, R.Two * a.Value);

    /// <inheritdoc/>
    public static Adjoint<R> Pow(Adjoint<R> a, long exponent) => exponent == 0 || a.IsConstant
        ? Constant(R.Pow(a.Value, exponent))
        : a.After(R.Pow(a.Value, exponent), Rule.Times, R.Exact(exponent) * R.Pow(a.Value, exponent - 1));

    Adjoint<R> After(R value, Rule rule, R first, R second = default) =>
        tape is null ? new(value) : new(value, tape, tape.Record(rule, position, Nowhere, first, second));

    static Adjoint<R> Both(Adjoint<R> a, Adjoint<R> b, R value, Rule rule, R first, R second)
    {
        Tape<R> on = TapeOf(a, b)!;
        return new(value, on, on.Record(rule, a.Position, b.Position, first, second));
    }

    static Adjoint<R> Choose(R value, Adjoint<R> a, Adjoint<R> b, Truth isA, Truth isB) => TapeOf(a, b) is not { } on ? Constant(value)
        : Decided(isA, isB) ? (isA.CanBeTrue ? a : b).With(value)
        : new(value, on, on.RecordChoice(a.Position, b.Position, isA, isB));

    static bool Decided(Truth isA, Truth isB) => !isA.CanBeFalse || !isB.CanBeFalse;
}
