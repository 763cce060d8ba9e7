namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Dual<R>
{
    /// <inheritdoc/>
    public static Dual<R> Sqrt(Dual<R> a)
    {
        R root = R.Sqrt(a.Value);
        return Chain(a, root, derivative => derivative / (R.Two * root));
    }

    /// <inheritdoc/>
    public static Dual<R> Exp(Dual<R> a)
    {
        R power = R.Exp(a.Value);
        return Chain(a, power, derivative => derivative * power);
    }

    /// <inheritdoc/>
    public static Dual<R> Log(Dual<R> a) => Chain(a, R.Log(a.Value), derivative => derivative / a.Value);

    /// <inheritdoc/>
    public static Dual<R> Log1p(Dual<R> a) => Chain(a, R.Log1p(a.Value), derivative => derivative / (a.Value + R.One));

    /// <inheritdoc/>
    public static Dual<R> Expm1(Dual<R> a)
    {
        R value = R.Expm1(a.Value);
        return Chain(a, value, derivative => derivative * R.Hull(value + R.One, R.Exp(a.Value)));
    }

    /// <inheritdoc/>
    public static Dual<R> Tanh(Dual<R> a)
    {
        R value = R.Tanh(a.Value);
        return Chain(a, value, derivative => derivative * (R.One - R.Square(value)));
    }

    /// <inheritdoc/>
    public static Dual<R> Erf(Dual<R> a) =>
        Chain(a, R.Erf(a.Value), derivative => R.FromHost(2 / Host.Sqrt(Host.Pi)) * R.Exp(-R.Square(a.Value)) * derivative);

    /// <inheritdoc/>
    public static Dual<R> Sigmoid(Dual<R> a)
    {
        R value = R.Sigmoid(a.Value);
        return Chain(a, value, derivative => derivative * ((R.One - value) * value));
    }

    /// <inheritdoc/>
    public static Dual<R> Softplus(Dual<R> a) => Chain(a, R.Softplus(a.Value), derivative => derivative * R.Sigmoid(a.Value));

    /// <inheritdoc/>
    public static Dual<R> Sin(Dual<R> a) => Chain(a, R.Sin(a.Value), derivative => derivative * R.Cos(a.Value));

    /// <inheritdoc/>
    public static Dual<R> Cos(Dual<R> a) => Chain(a, R.Cos(a.Value), derivative => derivative * -R.Sin(a.Value));

    /// <inheritdoc/>
    public static Dual<R> Atan(Dual<R> a) => Chain(a, R.Atan(a.Value), derivative => derivative / (R.Square(a.Value) + R.One));

    /// <inheritdoc/>
    public static Dual<R> Pow(Dual<R> a, Dual<R> exponent)
    {
        R power = R.Pow(a.Value, exponent.Value);
        return (a.IsConstant, exponent.IsConstant) switch
        {
            (true, true) => Constant(power),
            (false, true) => new(power, a.Derivative * Powers.ByBase(a.Value, exponent.Value)),
            (true, false) => new(power, exponent.Derivative * Powers.ByExponent(a.Value, exponent.Value, power)),
            _ => new(power, a.Derivative * Powers.ByBase(a.Value, exponent.Value)
                + exponent.Derivative * Powers.ByExponent(a.Value, exponent.Value, power)),
        };
    }
}
