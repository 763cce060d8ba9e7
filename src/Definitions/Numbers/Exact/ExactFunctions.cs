namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Exact
{
    /// <inheritdoc/>
    public static Exact Square(Exact a) => Abs(a) * Abs(a);

    /// <inheritdoc/>
    public static Exact Pow(Exact a, long exponent)
    {
        if (exponent < 0)
            return Of(1) / Pow(a, -exponent);
        Exact result = Of(1);
        for (Exact power = a; exponent > 0; exponent >>= 1, power *= power)
        {
            if (long.IsOddInteger(exponent))
                result *= power;
        }

        return result;
    }

    /// <inheritdoc/>
    public static Exact Sqrt(Exact a) => a.kind switch
    {
        Kind.MinusInfinity => new(default, Kind.NaN),
        Kind.Finite when a.Sign < 0 => new(default, Kind.NaN),
        Kind.Finite when a.Sign > 0 || a.ball.IsZero => new(Ball.Sqrt(a.ball)),
        Kind.Finite => new(default, Kind.Undecided),
        _ => a,
    };

    /// <inheritdoc/>
    public static Exact Exp(Exact a) => Apply(a, BallFunctions.Exp, 0, double.PositiveInfinity);

    /// <inheritdoc/>
    public static Exact Log(Exact a) => OfPositive(a, BallFunctions.Log);

    /// <inheritdoc/>
    public static Exact Log1p(Exact a)
    {
        Exact shifted = a + Of(1);
        return shifted.IsFinite && shifted.Sign > 0 ? new(BallFunctions.Log1p(a.ball)) : OfPositive(shifted, BallFunctions.Log);
    }

    /// <inheritdoc/>
    public static Exact Expm1(Exact a) => Apply(a, BallFunctions.Expm1, -1, double.PositiveInfinity);

    /// <inheritdoc/>
    public static Exact Tanh(Exact a) => Apply(a, BallFunctions.Tanh, -1, 1);

    /// <inheritdoc/>
    public static Exact Erf(Exact a) => Apply(a, BallFunctions.Erf, -1, 1);

    /// <inheritdoc/>
    public static Exact Sigmoid(Exact a) => Apply(a, BallFunctions.Sigmoid, 0, 1);

    /// <inheritdoc/>
    public static Exact Softplus(Exact a) => a.IsFinite && a.ToDouble() > WideFunctions.LargestExponent
        ? a
        : Apply(a, BallFunctions.Softplus, 0, double.PositiveInfinity);

    /// <inheritdoc/>
    public static Exact Sin(Exact a) => OfAngle(a, BallTrigonometry.Sin);

    /// <inheritdoc/>
    public static Exact Cos(Exact a) => OfAngle(a, BallTrigonometry.Cos);

    /// <inheritdoc/>
    public static Exact Atan(Exact a) => a.kind switch
    {
        Kind.PlusInfinity => Pi * Of(0.5),
        Kind.MinusInfinity => Pi * Of(-0.5),
        Kind.Finite => new(BallTrigonometry.ArcTangent(a.ball)),
        _ => a,
    };

    /// <inheritdoc/>
    public static Exact Sum(ReadOnlySpan<Exact> terms, SumClass order)
    {
        Exact sum = Of(0);
        foreach (Exact term in terms)
            sum += term;
        return sum;
    }

    static Exact OfAngle(Exact a, Func<Ball, Ball> function) => a.kind switch
    {
        Kind.Finite => new(function(a.ball)),
        Kind.PlusInfinity or Kind.MinusInfinity => new(default, Kind.NaN),
        _ => a,
    };

    static Exact Apply(Exact a, Func<Ball, Ball> function, double below, double above)
    {
        if (a.kind is Kind.NaN or Kind.Undecided)
            return a;
        double size = a.ToDouble();
        return size < -WideFunctions.LargestExponent ? Of(below)
            : size > WideFunctions.LargestExponent ? Of(above)
            : new(function(a.ball));
    }

    static Exact OfPositive(Exact a, Func<Ball, Ball> function) => a.kind switch
    {
        Kind.MinusInfinity => new(default, Kind.NaN),
        Kind.Finite when a.ball.IsZero => Infinite(false),
        Kind.Finite when a.Sign < 0 => new(default, Kind.NaN),
        Kind.Finite when a.Sign > 0 => new(function(a.ball)),
        Kind.Finite => new(default, Kind.Undecided),
        _ => a,
    };
}
