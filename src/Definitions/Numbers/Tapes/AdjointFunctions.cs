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
}
