namespace ParityNet.Definitions.Numbers;

public readonly partial struct Adjoint<R>
{
    /// <inheritdoc/>
    public static Adjoint<R> Sqrt(Adjoint<R> a)
    {
        R root = R.Sqrt(a.Value);
        return a.IsConstant ? Constant(root) : a.After(root, Rule.Over, R.Two * root);
    }

    /// <inheritdoc/>
    public static Adjoint<R> Exp(Adjoint<R> a)
    {
        R power = R.Exp(a.Value);
        return a.After(power, Rule.Times, power);
    }

    /// <inheritdoc/>
    public static Adjoint<R> Log(Adjoint<R> a) => a.After(R.Log(a.Value), Rule.Over, a.Value);

    /// <inheritdoc/>
    public static Adjoint<R> Log1p(Adjoint<R> a) =>
        a.IsConstant ? Constant(R.Log1p(a.Value)) : a.After(R.Log1p(a.Value), Rule.Over, a.Value + R.One);

    /// <inheritdoc/>
    public static Adjoint<R> Expm1(Adjoint<R> a)
    {
        R value = R.Expm1(a.Value);
        return a.IsConstant ? Constant(value) : a.After(value, Rule.Times, R.Hull(value + R.One, R.Exp(a.Value)));
    }

    /// <inheritdoc/>
    public static Adjoint<R> Tanh(Adjoint<R> a)
    {
        R value = R.Tanh(a.Value);
        return a.IsConstant ? Constant(value) : a.After(value, Rule.Times, R.One - R.Square(value));
    }

    /// <inheritdoc/>
    public static Adjoint<R> Erf(Adjoint<R> a) => a.IsConstant
        ? Constant(R.Erf(a.Value))
        : a.After(R.Erf(a.Value), Rule.Times, R.FromHost(2 / Host.Sqrt(Host.Pi)) * R.Exp(-R.Square(a.Value)));

    /// <inheritdoc/>
    public static Adjoint<R> Sigmoid(Adjoint<R> a)
    {
        R value = R.Sigmoid(a.Value);
        return a.IsConstant ? Constant(value) : a.After(value, Rule.TimesTwice, R.One - value, value);
    }

    /// <inheritdoc/>
    public static Adjoint<R> Softplus(Adjoint<R> a) =>
        a.IsConstant ? Constant(R.Softplus(a.Value)) : a.After(R.Softplus(a.Value), Rule.Times, R.Sigmoid(a.Value));

    /// <inheritdoc/>
    public static Adjoint<R> Sin(Adjoint<R> a) =>
        a.IsConstant ? Constant(R.Sin(a.Value)) : a.After(R.Sin(a.Value), Rule.Times, R.Cos(a.Value));

    /// <inheritdoc/>
    public static Adjoint<R> Cos(Adjoint<R> a) =>
        a.IsConstant ? Constant(R.Cos(a.Value)) : a.After(R.Cos(a.Value), Rule.Times, -R.Sin(a.Value));

    /// <inheritdoc/>
    public static Adjoint<R> Atan(Adjoint<R> a) =>
        a.IsConstant ? Constant(R.Atan(a.Value)) : a.After(R.Atan(a.Value), Rule.Over, R.Square(a.Value) + R.One);

    /// <inheritdoc/>
    public static Adjoint<R> Pow(Adjoint<R> a, Adjoint<R> exponent)
    {
        R power = R.Pow(a.Value, exponent.Value);
        return (a.IsConstant, exponent.IsConstant) switch
        {
            (true, true) => Constant(power),
            (false, true) => a.After(power, Rule.Times, Powers.ByBase(a.Value, exponent.Value)),
            (true, false) => exponent.After(power, Rule.Times, Powers.ByExponent(a.Value, exponent.Value, power)),
            // The rule of a product with a·b: each operand's derivative is what the other is multiplied by.
            _ => Both(a, exponent, power, Rule.Product,
                Powers.ByExponent(a.Value, exponent.Value, power), Powers.ByBase(a.Value, exponent.Value)),
        };
    }
}
