namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Dual<R>
{
    /// <inheritdoc/>
    public static Dual<R> operator +(Dual<R> a, Dual<R> b)
    {
        R value = a.Value + b.Value;
        return b.IsConstant ? new(value, a.Slope, a.IsConstant)
            : a.IsConstant ? new(value, b.Slope)
            : new(value, a.Slope + b.Slope);
    }

    /// <inheritdoc/>
    public static Dual<R> operator -(Dual<R> a, Dual<R> b)
    {
        R value = a.Value - b.Value;
        return b.IsConstant ? new(value, a.Slope, a.IsConstant)
            : a.IsConstant ? new(value, -b.Slope)
            : new(value, a.Slope - b.Slope);
    }

    /// <inheritdoc/>
    public static Dual<R> operator *(Dual<R> a, Dual<R> b)
    {
        R value = a.Value * b.Value;
        return (a.IsConstant, b.IsConstant) switch
        {
            (true, true) => Constant(value),
            (false, true) => new(value, a.Slope * b.Value),
            (true, false) => new(value, b.Slope * a.Value),
            _ => new(value, a.Slope * b.Value + b.Slope * a.Value),
        };
    }

    /// <inheritdoc/>
    public static Dual<R> operator /(Dual<R> a, Dual<R> b)
    {
        R value = a.Value / b.Value;
        return (a.IsConstant, b.IsConstant) switch
        {
            (true, true) => Constant(value),
            (false, true) => new(value, a.Slope / b.Value),
            (true, false) => new(value, -(b.Slope * (value / b.Value))),
            _ => new(value, a.Slope / b.Value - b.Slope * (value / b.Value)),
        };
    }

    /// <inheritdoc/>
    public static Dual<R> operator -(Dual<R> a) => new(-a.Value, -a.Slope, a.IsConstant);

    /// <inheritdoc/>
    public static Dual<R> Abs(Dual<R> a) => Chain(a, R.Abs(a.Value), slope => slope * R.Sign(a.Value));

    /// <inheritdoc/>
    public static Dual<R> Min(Dual<R> a, Dual<R> b) => Select(R.Min(a.Value, b.Value), a, b, a.Value < b.Value, b.Value < a.Value);

    /// <inheritdoc/>
    public static Dual<R> Max(Dual<R> a, Dual<R> b) => Select(R.Max(a.Value, b.Value), a, b, a.Value > b.Value, b.Value > a.Value);

    /// <inheritdoc/>
    public static Dual<R> Square(Dual<R> a) => Chain(a, R.Square(a.Value), slope => slope * (R.Two * a.Value));

    /// <inheritdoc/>
    public static Dual<R> Pow(Dual<R> a, long exponent) => exponent == 0
        ? Constant(R.One)
        : Chain(a, R.Pow(a.Value, exponent), slope => slope * (R.Exact(exponent) * R.Pow(a.Value, exponent - 1)));

    // libtorch shares the slope between equal operands.
    static Dual<R> Select(R value, Dual<R> a, Dual<R> b, Truth first, Truth second)
    {
        if (a.IsConstant && b.IsConstant)
            return Constant(value);
        R shared = R.Half * (a.Slope + b.Slope);
        return new(value, R.Where(first, a.Slope, R.Where(second, b.Slope, shared)));
    }
}
