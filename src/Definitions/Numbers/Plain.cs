namespace ParityNet.Definitions.Numbers;

/// <summary>A double with the platform's arithmetic: fast, without bounds, for documentation and plots.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Plain(double Value) : IReal<Plain>
{
    /// <inheritdoc/>
    public static bool KeepsFirst => true;

    /// <inheritdoc/>
    public static Plain Pi => new(Math.PI);

    /// <inheritdoc/>
    public static Plain Exact(double value) => new(value);

    /// <inheritdoc/>
    public static Plain FromHost(Host value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Evaluate<Plain>();
    }

    /// <inheritdoc/>
    public static Plain operator +(Plain a, Plain b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    public static Plain operator -(Plain a, Plain b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    public static Plain operator *(Plain a, Plain b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    public static Plain operator /(Plain a, Plain b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    public static Plain operator -(Plain a) => new(-a.Value);

    /// <inheritdoc/>
    public static Truth operator <(Plain a, Plain b) => Truth.Of(a.Value < b.Value);

    /// <inheritdoc/>
    public static Truth operator >(Plain a, Plain b) => Truth.Of(a.Value > b.Value);

    /// <inheritdoc/>
    public static Truth operator <=(Plain a, Plain b) => Truth.Of(a.Value <= b.Value);

    /// <inheritdoc/>
    public static Truth operator >=(Plain a, Plain b) => Truth.Of(a.Value >= b.Value);

    /// <inheritdoc/>
    public static Truth Equal(Plain a, Plain b) => Truth.Of(a.Value == b.Value);

    /// <inheritdoc/>
    public static Truth IsNaN(Plain a) => Truth.Of(double.IsNaN(a.Value));

    /// <inheritdoc/>
    public static Plain Abs(Plain a) => new(Math.Abs(a.Value));

    /// <inheritdoc/>
    public static Plain Min(Plain a, Plain b) => new(Math.Min(a.Value, b.Value));

    /// <inheritdoc/>
    public static Plain Max(Plain a, Plain b) => new(Math.Max(a.Value, b.Value));

    /// <inheritdoc/>
    public static Plain Square(Plain a) => new(a.Value * a.Value);

    /// <inheritdoc/>
    public static Plain Pow(Plain a, long exponent) => new(Math.Pow(a.Value, exponent));

    /// <inheritdoc/>
    public static Plain Pow(Plain a, Plain exponent) => new(Math.Pow(a.Value, exponent.Value));

    /// <inheritdoc/>
    public static Plain Sqrt(Plain a) => new(Math.Sqrt(a.Value));

    /// <inheritdoc/>
    public static Plain Exp(Plain a) => new(Math.Exp(a.Value));

    /// <inheritdoc/>
    public static Plain Log(Plain a) => new(Math.Log(a.Value));

    /// <inheritdoc/>
    public static Plain Log1p(Plain a)
    {
        // W. Kahan: log(w)·x/(w − 1) with w = 1 + x rounded; the two rounding errors cancel.
        double w = 1 + a.Value;
        return new(w == 1 ? a.Value : double.IsInfinity(w) || w <= 0 ? Math.Log(w) : Math.Log(w) * (a.Value / (w - 1)));
    }

    /// <inheritdoc/>
    public static Plain Expm1(Plain a)
    {
        // exp(x) − 1 = 2 sinh(x/2) exp(x/2), free of cancellation.
        double x = a.Value, half = x / 2;
        return new(Math.Abs(x) < 1 ? 2 * Math.Sinh(half) * Math.Exp(half) : Math.Exp(x) - 1);
    }

    /// <inheritdoc/>
    public static Plain Tanh(Plain a) => new(Math.Tanh(a.Value));

    /// <inheritdoc/>
    public static Plain Erf(Plain a) => new(PlainErf.Of(a.Value));

    /// <inheritdoc/>
    public static Plain Sigmoid(Plain a) => new(1 / (1 + Math.Exp(-a.Value)));

    /// <inheritdoc/>
    public static Plain Softplus(Plain a)
    {
        // log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|)
        Plain tail = Log1p(new(Math.Exp(-Math.Abs(a.Value))));
        return new(Math.Max(a.Value, 0) + tail.Value);
    }

    /// <inheritdoc/>
    public static Plain Sin(Plain a) => new(Math.Sin(a.Value));

    /// <inheritdoc/>
    public static Plain Cos(Plain a) => new(Math.Cos(a.Value));

    /// <inheritdoc/>
    public static Plain Atan(Plain a) => new(Math.Atan(a.Value));

    /// <inheritdoc/>
    public static Plain Sum(ReadOnlySpan<Plain> terms, SumClass order)
    {
        double sum = 0;
        foreach (Plain term in terms)
            sum += term.Value;
        return new(sum);
    }

    /// <inheritdoc/>
    public static Plain Where(Truth condition, Plain ifTrue, Plain ifFalse) => condition.CanBeTrue ? ifTrue : ifFalse;

    /// <inheritdoc/>
    public static Plain Hull(Plain a, Plain b) => a;

    /// <inheritdoc/>
    public static Plain WithDerivativeOf(Plain primary, Plain alternative) => primary;

    /// <inheritdoc/>
    public static Plain Detach(Plain a) => a;
}
