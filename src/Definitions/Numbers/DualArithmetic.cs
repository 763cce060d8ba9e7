namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Dual<R>
{
    /// <inheritdoc/>
    public static Dual<R> operator +(Dual<R> a, Dual<R> b)
    {
        R value = a.Value + b.Value;
        return b.IsConstant ? new(value, a.Derivative, a.IsConstant)
            : a.IsConstant ? new(value, b.Derivative)
            : new(value, a.Derivative + b.Derivative);
    }

    /// <inheritdoc/>
    public static Dual<R> operator -(Dual<R> a, Dual<R> b)
    {
        R value = a.Value - b.Value;
        return b.IsConstant ? new(value, a.Derivative, a.IsConstant)
            : a.IsConstant ? new(value, -b.Derivative)
            : new(value, a.Derivative - b.Derivative);
    }

    /// <inheritdoc/>
    public static Dual<R> operator *(Dual<R> a, Dual<R> b)
    {
        R value = a.Value * b.Value;
        return (a.IsConstant, b.IsConstant) switch
        {
            (true, true) => Constant(value),
            (false, true) => new(value, a.Derivative * b.Value),
            (true, false) => new(value, b.Derivative * a.Value),
            _ => new(value, a.Derivative * b.Value + b.Derivative * a.Value),
        };
    }

    /// <inheritdoc/>
    public static Dual<R> operator /(Dual<R> a, Dual<R> b)
    {
        R value = a.Value / b.Value;
        return (a.IsConstant, b.IsConstant) switch
        {
            (true, true) => Constant(value),
            (false, true) => new(value, a.Derivative / b.Value),
            (true, false) => new(value, -(b.Derivative * (value / b.Value))),
            _ => new(value, a.Derivative / b.Value - b.Derivative * (value / b.Value)),
        };
    }

    /// <inheritdoc/>
    public static Dual<R> operator -(Dual<R> a) => new(-a.Value, -a.Derivative, a.IsConstant);

    /// <inheritdoc/>
    public static Dual<R> Abs(Dual<R> a) => Chain(a, R.Abs(a.Value), derivative => derivative * R.Sign(a.Value));

    /// <inheritdoc/>
    public static Dual<R> Min(Dual<R> a, Dual<R> b) => Select(R.Min(a.Value, b.Value), a, b, a.Value < b.Value, b.Value < a.Value);

    /// <inheritdoc/>
    public static Dual<R> Max(Dual<R> a, Dual<R> b) => Select(R.Max(a.Value, b.Value), a, b, a.Value > b.Value, b.Value > a.Value);

    /// <inheritdoc/>
    public static Dual<R> Square(Dual<R> a) => Chain(a, R.Square(a.Value), derivative => derivative * (R.Two * a.Value));

    /// <inheritdoc/>
    public static Dual<R> Pow(Dual<R> a, long exponent) => exponent == 0
        ? Constant(R.One)
        : Chain(a, R.Pow(a.Value, exponent), derivative => derivative * (R.Exact(exponent) * R.Pow(a.Value, exponent - 1)));

    // On a tie libtorch gives half of the derivative to each operand.
    static Dual<R> Select(R value, Dual<R> a, Dual<R> b, Truth first, Truth second)
    {
        if (a.IsConstant && b.IsConstant)
            return Constant(value);
        R shared = R.Half * (a.Derivative + b.Derivative);
        return new(value, R.Where(first, a.Derivative, R.Where(second, b.Derivative, shared)));
    }
}
