namespace ParityNet.Definitions.Numbers;

/// <summary>
/// The exact real result of a definition, to about 300 bits with rigorous bounds: the reference for errors in ULP.
/// </summary>
/// <remarks>
/// Midpoint-radius interval arithmetic over integers of any length. Nothing is rounded to an element type. Zero counts
/// as positive. If the radius leaves a decision open, such as a divisor that may be 0, the result is undecided.
/// </remarks>
public readonly partial record struct Exact : IReal<Exact>
{
    enum Kind
    {
        Finite,
        PlusInfinity,
        MinusInfinity,
        NaN,
        Undecided,
    }

    readonly Kind kind;
    readonly Ball ball;

    Exact(Ball ball, Kind kind = Kind.Finite)
    {
        this.ball = ball;
        this.kind = kind;
    }

    /// <inheritdoc/>
    public static bool KeepsFirst => true;

    /// <inheritdoc/>
    public static Exact Pi => new(BallFunctions.Pi);

    /// <summary>Whether the number is finite, known up to its radius.</summary>
    public bool IsFinite => kind == Kind.Finite;

    /// <summary>Whether 300 bits were too few to decide the result.</summary>
    public bool IsUndecided => kind == Kind.Undecided;

    /// <summary>
    /// The maximum distance of the number from the known midpoint: 0 if it is exact, infinite or NaN; ∞ if it is undecided.
    /// </summary>
    public double Radius => IsUndecided ? double.PositiveInfinity : new Ball(ball.Radius, 0, ball.Exponent).ToDouble();

    /// <summary>Exactly the number <paramref name="value"/>.</summary>
    /// <param name="value">Any double.</param>
    public static Exact Of(double value) => double.IsNaN(value) ? new(default, Kind.NaN)
        : double.IsInfinity(value) ? Infinite(value > 0)
        : new(Ball.FromDouble(value));

    /// <inheritdoc/>
    static Exact IReal<Exact>.Exact(double value) => Of(value);

    /// <inheritdoc/>
    public static Exact FromHost(Host value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Evaluate<Exact>();
    }

    /// <summary>The nearest double; NaN if the number is NaN or undecided.</summary>
    public double ToDouble() => kind switch
    {
        Kind.Finite => ball.ToDouble(),
        Kind.PlusInfinity => double.PositiveInfinity,
        Kind.MinusInfinity => double.NegativeInfinity,
        _ => double.NaN,
    };

    /// <inheritdoc/>
    public static Exact operator -(Exact a) => a.kind switch
    {
        Kind.PlusInfinity => Infinite(false),
        Kind.MinusInfinity => Infinite(true),
        _ => new(-a.ball, a.kind),
    };

    /// <inheritdoc/>
    public static Exact operator -(Exact a, Exact b) => a + -b;

    /// <inheritdoc/>
    public static Exact operator +(Exact a, Exact b)
    {
        if (Special(a, b) is { } special)
            return special;
        if (a.IsFinite && b.IsFinite)
            return new(a.ball + b.ball);
        return a.IsFinite ? b : b.IsFinite || a.kind == b.kind ? a : new(default, Kind.NaN);
    }

    /// <inheritdoc/>
    public static Exact operator *(Exact a, Exact b)
    {
        if (Special(a, b) is { } special)
            return special;
        if (a.IsFinite && b.IsFinite)
            return new(a.ball * b.ball);
        int sign = a.Sign * b.Sign;
        return sign != 0 ? Infinite(sign > 0) : new(default, IsZero(a) || IsZero(b) ? Kind.NaN : Kind.Undecided);
    }

    /// <inheritdoc/>
    public static Exact operator /(Exact a, Exact b)
    {
        if (Special(a, b) is { } special)
            return special;
        if (!b.IsFinite)
            return a.IsFinite ? Of(0) : new(default, Kind.NaN);
        if (b.Sign != 0)
            return a.IsFinite ? new(a.ball / b.ball) : Infinite(a.Sign * b.Sign > 0);
        if (!IsZero(b) || (a.Sign == 0 && !IsZero(a)))
            return new(default, Kind.Undecided);
        return IsZero(a) ? new(default, Kind.NaN) : Infinite(a.Sign > 0);
    }

    /// <summary>The midpoint as a double, with the radius unless it is 0.</summary>
    public override string ToString() => kind switch
    {
        Kind.Finite => $"{ToDouble():R}{(ball.IsExact ? string.Empty : " ± " + Radius.ToString("E1"))}",
        _ => kind.ToString(),
    };

    int Sign => kind switch
    {
        Kind.PlusInfinity => 1,
        Kind.MinusInfinity => -1,
        _ => ball.Sign,
    };

    static Exact Infinite(bool positive) => new(default, positive ? Kind.PlusInfinity : Kind.MinusInfinity);

    static bool IsZero(Exact a) => a.IsFinite && a.ball.IsZero;

    static Exact? Special(Exact a, Exact b) =>
        a.kind == Kind.NaN || b.kind == Kind.NaN ? new(default, Kind.NaN)
        : a.IsUndecided || b.IsUndecided ? new Exact(default, Kind.Undecided)
        : null;
}
