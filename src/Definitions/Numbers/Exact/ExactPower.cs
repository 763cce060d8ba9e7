using System.Numerics;

namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Exact
{
    // Up to this exponent a power is a product, which has no error for few digits and no domain.
    const long MostFactors = 1 << 10;

    /// <inheritdoc/>
    public static Exact Pow(Exact a, Exact exponent)
    {
        if (IsZero(exponent) || IsOne(a))
            return Of(1);
        // The result is 1 beside NaN too where the exponent is 0 or the base is 1.
        if ((exponent.IsFinite && exponent.Sign == 0 && !a.IsFinite) || (a.IsFinite && (a.ball - 1).HasZero && !exponent.IsFinite))
            return new(default, Kind.Undecided);
        if (Special(a, exponent) is { } special)
            return special;
        if (!exponent.IsFinite)
            return OfInfinite(a, exponent.Sign > 0);
        BigInteger? whole = Whole(exponent.ball);
        if (!a.IsFinite)
            return exponent.Sign < 0 ? Of(0) : Infinite(a.Sign > 0 || !IsOdd(whole));
        if (whole is { } n && BigInteger.Abs(n) <= MostFactors)
            return Pow(a, (long)n);
        if (a.Sign > 0)
            return Exp(exponent * Log(a));
        if (IsZero(a))
            return exponent.Sign == 0 ? new(default, Kind.Undecided) : exponent.Sign > 0 ? a : Infinite(true);
        if (a.Sign == 0 || (whole is null && !exponent.ball.IsExact))
            return new(default, Kind.Undecided);
        if (whole is null)
            return new(default, Kind.NaN);
        Exact size = Exp(exponent * Log(-a));
        return IsOdd(whole) ? -size : size;
    }

    // Whether |a| is above or below 1 decides; at ±1 every power is 1, as in C.
    static Exact OfInfinite(Exact a, bool positive)
    {
        Exact beyond = Abs(a) - Of(1);
        if (beyond.Sign == 0)
            return IsZero(beyond) ? Of(1) : new(default, Kind.Undecided);
        return beyond.Sign > 0 == positive ? Infinite(true) : Of(0);
    }

    static bool IsOne(Exact a) => a.IsFinite && (a.ball - 1).IsZero;

    static bool IsOdd(BigInteger? whole) => whole is { IsEven: false };

    // The integer that an exact ball is, if it is one.
    static BigInteger? Whole(Ball ball) => !ball.IsExact ? null
        : ball.Mid.IsZero ? 0
        // Of a larger one only its size and that it is even matter.
        : ball.Exponent >= 0 ? ball.Mid << Math.Min(ball.Exponent, Ball.Precision)
        : (ball.Mid >> -ball.Exponent) is var whole && whole << -ball.Exponent == ball.Mid ? whole : null;
}
