namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Enclosure<T>
{
    /// <inheritdoc/>
    public static Enclosure<T> operator -(Enclosure<T> a) =>
        new(-a.bounds, a.factors, a.beyond is { } all ? all with { Numbers = -all.Numbers } : null);

    /// <inheritdoc/>
    public static Enclosure<T> operator -(Enclosure<T> a, Enclosure<T> b) => a + -b;

    /// <inheritdoc/>
    public static Enclosure<T> operator +(Enclosure<T> a, Enclosure<T> b) =>
        Lift(a, b, static (x, y) => x + y, Added);

    /// <inheritdoc/>
    public static Enclosure<T> operator *(Enclosure<T> a, Enclosure<T> b) =>
        Lift(a, b, static (x, y) => x * y, static (x, y, _) => Factors.Product(x.factors, y.factors));

    /// <inheritdoc/>
    public static Enclosure<T> operator /(Enclosure<T> a, Enclosure<T> b) =>
        Lift(a, b, static (x, y) => x / y, static (x, y, _) => Factors.Quotient(x.factors, y.factors));

    /// <inheritdoc/>
    public static Enclosure<T> Abs(Enclosure<T> a) => Lift(a, Bounds<T>.Abs, static factors => factors);

    /// <inheritdoc/>
    public static Enclosure<T> Square(Enclosure<T> a) => Lift(a, Bounds<T>.Square, static factors => Factors.Power(factors, Bounds<T>.Squared));

    /// <inheritdoc/>
    public static Enclosure<T> Pow(Enclosure<T> a, long exponent) => exponent switch
    {
        0 => Exact(1),
        1 => a,
        < 0 => Exact(1) / Pow(a, -exponent),
        _ => Lift(a, x => Bounds<T>.Pow(x, exponent), factors => Factors.Power(factors, exponent)),
    };

    /// <inheritdoc/>
    public static Enclosure<T> Min(Enclosure<T> a, Enclosure<T> b) =>
        Lift(a, b, Bounds<T>.Min, static (x, y, _) => Factors.Either(x.factors, y.factors));

    /// <inheritdoc/>
    public static Enclosure<T> Max(Enclosure<T> a, Enclosure<T> b) =>
        Lift(a, b, Bounds<T>.Max, static (x, y, _) => Factors.Either(x.factors, y.factors));

    /// <inheritdoc/>
    public static Enclosure<T> Sqrt(Enclosure<T> a) => Lift(a, Bounds<T>.Sqrt);

    /// <inheritdoc/>
    public static Enclosure<T> HostSqrt(Enclosure<T> a) => Lift(a, Bounds<T>.HostSqrt);

    /// <inheritdoc/>
    public static Enclosure<T> Exp(Enclosure<T> a) => Lift(a, Bounds<T>.Exp);

    /// <inheritdoc/>
    public static Enclosure<T> Log(Enclosure<T> a) => Lift(a, Bounds<T>.Log);

    /// <inheritdoc/>
    public static Enclosure<T> Log1p(Enclosure<T> a) => Lift(a, Bounds<T>.Log1p);

    /// <inheritdoc/>
    public static Enclosure<T> Expm1(Enclosure<T> a) => Lift(a, Bounds<T>.Expm1);

    /// <inheritdoc/>
    public static Enclosure<T> Tanh(Enclosure<T> a) => Lift(a, Bounds<T>.Tanh);

    /// <inheritdoc/>
    public static Enclosure<T> Erf(Enclosure<T> a) => Lift(a, Bounds<T>.Erf);

    /// <inheritdoc/>
    public static Enclosure<T> Sigmoid(Enclosure<T> a)
    {
        Enclosure<T> result = Lift(a, Bounds<T>.Sigmoid);
        if (result.IsNaNOnly)
            return result;
        // Where the exponential overflows, 1/(1 + exp(−x)) is 0, although the exact value may be representable; exp(x)/(1 + exp(x)) is ∞/∞.
        if (Exp(-a).Saturated.Hi.IsInfinite)
            result = With(result.bounds, result.factors, Bounds<T>.Hull(result.Beside, Zeros), overflows: true, underflows: true);
        return Exp(a).Saturated.Hi.IsInfinite
            ? With(result.bounds, result.factors, result.Beside with { MayBeNaN = true }, overflows: true, underflows: false)
            : result;
    }

    /// <inheritdoc/>
    public static Enclosure<T> Softplus(Enclosure<T> a)
    {
        Enclosure<T> result = Lift(a, Bounds<T>.Softplus);
        // The naive log(1 + exp(x)) overflows.
        return !result.IsNaNOnly && Exp(a).Saturated.Hi.IsInfinite
            ? With(result.bounds, result.factors, Bounds<T>.Hull(result.Beside, Infinite), overflows: true, underflows: false)
            : result;
    }

    /// <inheritdoc/>
    public static Enclosure<T> Sin(Enclosure<T> a) => Lift(a, Bounds<T>.Sin);

    /// <inheritdoc/>
    public static Enclosure<T> Cos(Enclosure<T> a) => Lift(a, Bounds<T>.Cos);

    /// <inheritdoc/>
    public static Enclosure<T> Atan(Enclosure<T> a) => Lift(a, Bounds<T>.Atan);

    /// <inheritdoc/>
    public static Enclosure<T> Pow(Enclosure<T> a, Enclosure<T> exponent) =>
        Lift(a, exponent, Bounds<T>.Pow, static (_, _, power) => Factors.Of(power));

    /// <inheritdoc/>
    public static Truth operator <(Enclosure<T> a, Enclosure<T> b) => Compared(a, b, static (x, y) => x < y);

    /// <inheritdoc/>
    public static Truth operator >(Enclosure<T> a, Enclosure<T> b) => b < a;

    /// <inheritdoc/>
    public static Truth operator <=(Enclosure<T> a, Enclosure<T> b) => Compared(a, b, static (x, y) => x <= y);

    /// <inheritdoc/>
    public static Truth operator >=(Enclosure<T> a, Enclosure<T> b) => b <= a;

    /// <inheritdoc/>
    public static Truth Equal(Enclosure<T> a, Enclosure<T> b) => Compared(a, b, Bounds<T>.Equal);

    /// <inheritdoc/>
    public static Truth IsNaN(Enclosure<T> a) => Compared(a, a, static (x, _) => Bounds<T>.IsNaN(x));

    static Truth Compared(Enclosure<T> a, Enclosure<T> b, Func<Bounds<T>, Bounds<T>, Truth> compare) => a.beyond is null && b.beyond is null
        ? compare(a.bounds, b.bounds)
        : Truth.Beyond(compare(a.bounds, b.bounds), compare(a.All, b.All),
            a.beyond is { Overflows: true } || b.beyond is { Overflows: true }, a.beyond is { Underflows: true } || b.beyond is { Underflows: true });

    static Factors Added(Enclosure<T> a, Enclosure<T> b, Bounds<T> sum)
    {
        if (Bounds<T>.IsExactly(a.bounds, 0))
            return b.factors;
        if (Bounds<T>.IsExactly(b.bounds, 0))
            return a.factors;
        bool isOpposite = (a.bounds.Lo.High < 0 || b.bounds.Lo.High < 0) && (a.bounds.Hi.High > 0 || b.bounds.Hi.High > 0);
        return Factors.Of(sum).With(a.factors, isOpposite).With(b.factors, isOpposite);
    }
}
