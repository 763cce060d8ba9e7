using System.Numerics;

namespace ParityNet.Definitions.Numbers;

/// <summary>Sine, cosine and arc tangent of balls, for arguments of any magnitude.</summary>
static class BallTrigonometry
{
    // 2¹¹⁰⁰ is beyond the largest double. The sine of a larger argument is anywhere between −1 and 1.
    const int MostMagnitude = 1100;

    // A double is never nearer to a multiple of π/2 than 2⁻⁶², relative to itself; twice that and more is kept.
    const int Guard = 128;

    const int Positions = Ball.Precision + Guard, Extra = 32, HalfPiPositions = Positions + MostMagnitude + Extra;

    // π/2 = 8 artan 1/5 − 2 artan 1/239 in fixed point. Its error is less than one unit after the extra positions are dropped.
    static readonly BigInteger HalfPi = (8 * InverseArcTangent(5)) - (2 * InverseArcTangent(239));

    public static Ball Sin(Ball x) => x.IsZero ? x : Shifted(x, 0);

    public static Ball Cos(Ball x) => x.IsZero ? 1 : Shifted(x, 1);

    /// <summary>The arc tangent, between −π/2 and π/2.</summary>
    public static Ball ArcTangent(Ball x)
    {
        Ball mid = x with { Radius = 0 };
        if (mid.IsZero)
            return SpreadOfArcTangent(x);
        // artan x = y + artan((x − tan y)/(1 + x tan y)) for any y; with y near artan x the second term is small.
        Ball y = Ball.FromDouble(Math.Atan(mid.ToDouble())), tangent = Sin(y) / Cos(y);
        return y + SmallArcTangent((mid - tangent) / (1 + mid * tangent)) + SpreadOfArcTangent(x);
    }

    /// <summary>The quarter of the circle that a number is in, ⌊2x/π⌋; null where that is not decided.</summary>
    public static BigInteger? Quarter(Ball x)
    {
        if (x.IsZero)
            return 0;
        return x.IsExact && Reduced(x) is var (nearest, rest) && !rest.HasZero ? nearest - (rest.Mid.Sign < 0 ? 1 : 0) : null;
    }

    // sin(x + quarters·π/2).
    static Ball Shifted(Ball x, int quarters)
    {
        if (Reduced(x with { Radius = 0 }) is not var (nearest, rest))
            return Ball.Error(0);
        int quarter = (int)((nearest + quarters) & 3);
        Ball value = (quarter & 1) == 0 ? Sine(rest) : Cosine(rest);
        return (quarter < 2 ? value : -value) + Clipped(new(0, x.Radius, x.Exponent));
    }

    // The nearest multiple n of π/2, and x − n·π/2.
    static (BigInteger Nearest, Ball Remainder)? Reduced(Ball x)
    {
        if (x.Mid.IsZero || x.Magnitude < -1)
            return (0, x);
        if (x.Magnitude > MostMagnitude)
            return null;
        int positions = Positions + (int)Math.Max(0, x.Magnitude);
        BigInteger scaled = BallFunctions.Fixed(x.Mid, x.Exponent, positions), half = HalfPi >> (HalfPiPositions - positions);
        BigInteger nearest = Floor((2 * scaled) + half, 2 * half);
        return (nearest, new(scaled - (nearest * half), BigInteger.Abs(nearest) + 1, -positions));
    }

    static BigInteger Floor(BigInteger a, BigInteger b)
    {
        BigInteger quotient = BigInteger.DivRem(a, b, out BigInteger rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    // x − x³/3! + x⁵/5! − … for |x| < 0.8.
    static Ball Sine(Ball x) => x.Mid.IsZero || x.Magnitude < -Positions
        ? x + Cubed(x)
        : Series(x, new(BallFunctions.Fixed(x.Mid, x.Exponent, PositionsFor(x)), 0, -PositionsFor(x)), 1);

    // 1 − x²/2! + x⁴/4! − … for |x| < 0.8.
    static Ball Cosine(Ball x) => x.Mid.IsZero || x.Magnitude < -Positions
        ? 1 + Clipped(new(0, BigInteger.Abs(x.Mid) + x.Radius, x.Exponent))
        : Series(x, new(BigInteger.One << PositionsFor(x), 0, -PositionsFor(x)), 0);

    static int PositionsFor(Ball x) => Positions + (int)Math.Max(0, -x.Magnitude);

    // Each term is the last one times −x²/(n(n+1)), in fixed point.
    static Ball Series(Ball x, Ball first, int n)
    {
        int positions = PositionsFor(x);
        BigInteger small = BallFunctions.Fixed(x.Mid, x.Exponent, positions), square = small * small >> positions, term = first.Mid, sum = term;
        for (; !term.IsZero; n += 2)
        {
            term = -((term * square >> positions) / ((n + 1) * (n + 2)));
            sum += term;
        }

        // Each of less than 2⁸ terms has an error of at most 4 units, and the first neglected term is less than one.
        return new Ball(sum, 1 << 10, -positions) + new Ball(0, x.Radius, x.Exponent);
    }

    // |x³| as an error, for a tiny x.
    static Ball Cubed(Ball x) => x.Mid.IsZero ? Ball.Zero : Ball.Error((int)(3 * (x.Magnitude + 1)));

    // z − z³/3 + z⁵/5 − … for |z| < 2⁻⁴⁰.
    static Ball SmallArcTangent(Ball z)
    {
        if (z.Mid.IsZero)
            return z;
        Ball square = z * z, power = z, sum = z;
        long end = z.Magnitude - Positions;
        for (int n = 3; power.Magnitude > end; n += 2)
        {
            power *= -square;
            sum += power / n;
        }

        return sum + Ball.Error((int)power.Magnitude + 1);
    }

    // |artan(x ± r) − artan x| ≤ r/(1 + ξ²), with ξ the member of the ball nearest to 0, and less than π.
    static Ball SpreadOfArcTangent(Ball x)
    {
        Ball radius = new(x.Radius, 0, x.Exponent);
        if (x.IsExact || x.HasZero)
            return Clipped(new(0, x.Radius, x.Exponent));
        Ball nearest = new(BigInteger.Abs(x.Mid) - x.Radius, 0, x.Exponent), spread = radius / (1 + nearest * nearest);
        return Clipped(new(0, BigInteger.Abs(spread.Mid) + spread.Radius, spread.Exponent));
    }

    // An error of at most 4, which none of these functions exceeds.
    static Ball Clipped(Ball error) => !error.IsExact && error.Radius.GetBitLength() + error.Exponent > 2 ? Ball.Error(2) : error;

    // artan 1/n = Σ (−1)ᵏ/((2k+1) n^(2k+1)), in fixed point; each of less than 2¹⁰ terms has an error of at most 2 units.
    static BigInteger InverseArcTangent(int n)
    {
        BigInteger power = (BigInteger.One << HalfPiPositions) / n, sum = power;
        for (int k = 1; !power.IsZero; k++)
        {
            power /= -n * n;
            sum += power / (2 * k + 1);
        }

        return sum;
    }
}
