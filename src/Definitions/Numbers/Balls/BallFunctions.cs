using System.Numerics;

namespace ParityNet.Definitions.Numbers;

/// <summary>Elementary functions of balls. Every truncated series adds a bound of its truncation error.</summary>
static class BallFunctions
{
    const int Halvings = 16;

    public static readonly Ball Pi = (16 * InverseArcTangent(5)) - (4 * InverseArcTangent(239));

    // log 2 = 18 artanh 1/26 − 2 artanh 1/4801 + 8 artanh 1/8749
    public static readonly Ball Ln2 = (18 * Artanh((Ball)1 / 26)) - (2 * Artanh((Ball)1 / 4801)) + (8 * Artanh((Ball)1 / 8749));

    public static Ball Exp(Ball x)
    {
        int k = (int)Math.Round(x.ToDouble() / Math.Log(2));
        return (1 + SmallExpm1(x - k * Ln2)).Scale(k);
    }

    public static Ball Expm1(Ball x) => x.Magnitude < -4 ? SmallExpm1(x) : Exp(x) - 1;

    public static Ball Log(Ball x)
    {
        Ball beyond = x - 1;
        if (beyond.Magnitude < -8 || beyond.Mid.IsZero)
            return SmallLog1p(beyond);
        // log x = y + log(x·e^−y) for any y; with y near log x the second term is small.
        int exponent = (int)x.Magnitude;
        Ball y = Ball.FromDouble(Math.Log(x.Scale(-exponent).ToDouble()) + exponent * Math.Log(2));
        return y + SmallLog1p(x * Exp(-y) - 1);
    }

    public static Ball Log1p(Ball x) => x.Magnitude < -8 ? SmallLog1p(x) : Log(1 + x);

    public static Ball Tanh(Ball x)
    {
        if (Math.Abs(x.ToDouble()) > 256)
            return x.Mid.Sign + Ball.Error(-700);
        Ball e = Expm1(x.Scale(1));
        return e / (e + 2);
    }

    public static Ball Erf(Ball x)
    {
        // 1 − erf 24 < e^−576 < 2⁻⁸⁰⁰
        if (Math.Abs(x.ToDouble()) > 24)
            return x.Mid.Sign + Ball.Error(-800);
        // erf x = 2/√π e^(−x²) x Σ (2x²)ⁿ / (1·3·5⋯(2n+1))
        Ball twice = (x * x).Scale(1), term = 1, sum = 1;
        double ratio = twice.ToDouble();
        for (int n = 1; term.Magnitude > -Ball.Precision - 32 || ratio > n; n++)
        {
            term = term * twice / (2 * n + 1);
            sum += term;
            if (term.Mid.IsZero)
                break;
        }

        // The ratio of terms is below ½ from here on, so the truncation error is less than the last term.
        Ball whole = sum + Ball.Error((int)Math.Max(term.Magnitude + 1, -4 * Ball.Precision));
        return (x * whole).Scale(1) * Exp(-(x * x)) / Ball.Sqrt(Pi);
    }

    public static Ball Sigmoid(Ball x)
    {
        Ball e = Exp(-Ball.Abs(x));
        return (x.Mid.Sign < 0 ? e : Ball.One) / (1 + e);
    }

    public static Ball Softplus(Ball x)
    {
        Ball tail = Log1p(Exp(-Ball.Abs(x)));
        return x.Mid.Sign > 0 ? x + tail : tail;
    }

    // eˣ − 1 for |x| < 0.4, in fixed point with units of 2⁻ᵖ: the Taylor series of x/2¹⁶, then 16 times e ← e(2 + e).
    static Ball SmallExpm1(Ball x)
    {
        if (x.IsZero)
            return x;
        // |eˣ − 1 − x| ≤ x² for |x| ≤ 1, with x the largest member.
        if (new Ball(BigInteger.Abs(x.Mid) + x.Radius, 0, x.Exponent).Magnitude is var largest && largest < -2 * Ball.Precision)
            return x + Ball.Error((int)(2 * (largest + 1)));
        // A tiny x needs that many more positions, to keep its leading bits.
        int positions = Ball.Precision + 2 * Halvings + 32 + (int)Math.Max(0, -x.Magnitude);
        BigInteger small = Fixed(x.Mid, x.Exponent - Halvings, positions), term = small, sum = small;
        for (int n = 2; !term.IsZero; n++)
        {
            term = (term * small >> positions) / n;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++)
            sum = (sum << 1) + (sum * sum >> positions);
        // Every operation above has an error of at most 3 units; there are fewer than 2⁹ of them, and the 16 doublings multiply the error
        // by 2¹⁶·e^0.8.
        return new Ball(sum, 0, -positions) + Ball.Error(Halvings + 12 - positions) + SpreadOfExp(x);
    }

    // A bound of |e^(x ± r) − eˣ| for |x| < 0.4: 2r if r ≤ ¼, else e^0.4·eʳ < 2·2^1.5r.
    static Ball SpreadOfExp(Ball x)
    {
        double radius = new Ball(x.Radius, 0, x.Exponent).ToDouble();
        return radius <= 0.25 ? new(0, x.Radius, x.Exponent + 1) : Ball.Error(1 + (int)Math.Ceiling(1.5 * Math.Min(radius, 1 << 24)));
    }

    // mid·2^exponent in fixed point with units of 2^−positions, with an error of less than 1 unit.
    public static BigInteger Fixed(BigInteger mid, int exponent, int positions) =>
        exponent + positions >= 0 ? mid << (exponent + positions) : mid >> -(exponent + positions);

    // log(1 + z) = 2 artanh(z/(2 + z)) for |z| < 2⁻⁷
    static Ball SmallLog1p(Ball z) => z.IsZero ? z : 2 * Artanh(z / (z + 2));

    // s Σ s²ⁿ/(2n+1) for |s| < 1/16: the truncation error is below 2⁻⁸ⁿ of the first term,
    // and so is that of a power smaller than that.
    static Ball Artanh(Ball s)
    {
        const int terms = 48;
        Ball square = s * s, sum = Ball.Error(-8 * terms + 1), power = 1;
        for (int n = 0; n < terms && power.Magnitude > -8 * terms; n++)
        {
            sum += power / (2 * n + 1);
            power *= square;
        }

        return s * sum;
    }

    // artan 1/n = Σ (−1)ᵏ/((2k+1) n^(2k+1))
    static Ball InverseArcTangent(int n)
    {
        Ball power = (Ball)1 / n, sum = 0;
        int k = 0;
        for (; power.Magnitude > -Ball.Precision - 32; k++)
        {
            Ball term = power / (2 * k + 1);
            sum = k % 2 == 0 ? sum + term : sum - term;
            power /= n * n;
        }

        return sum + Ball.Error((int)power.Magnitude + 1);
    }
}
