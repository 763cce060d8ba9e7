namespace ParityNet.Definitions.Numbers;

/// <summary>Elementary functions of <see cref="Wide"/>, each with a relative error of at most <see cref="Margin"/>.</summary>
/// <remarks>
/// Every operation of <see cref="Wide"/> has a relative error of at most 2⁻⁹⁷. There is no cancellation, so errors add up: the exponential
/// takes about 30 operations (2⁻⁹¹), the logarithm 60, the error function at most 400 terms of three operations each (2⁻⁸⁶). The margin of
/// 2⁻⁸⁰ covers them all, and is negligible compared to the 2⁻⁵³ of a double. The exponential is +∞ or 0 beyond
/// e^±<see cref="LargestExponent"/>, far beyond the range of every element type.
/// </remarks>
static class WideFunctions
{
    // 2⁻⁸⁰
    public const double Margin = 8.271806125530277E-25;

    /// <summary>The maximum absolute error, in units of the smallest double, if a result or an intermediate result is subnormal.</summary>
    public const int Steps = 16;

    /// <summary>
    /// Beyond e to this power an exponential is infinite or 0, in the exact number system too: it is far beyond the powers of
    /// <see cref="Format{T}.Vanishing"/>, the number that stands for all that underflow.
    /// </summary>
    public const double LargestExponent = 1 << 22;

    // Below this, f(x) = x + O(x²) equals x within the margin.
    // 2⁻¹⁰⁰
    const double Linear = 7.888609052210118E-31;

    // For |x − 1| below this the logarithm uses its series.
    const double NearOne = 0.1;

    // Beyond this, erf is 1 within the margin.
    const double ErfSaturation = 8;

    // The series is truncated at terms below this fraction of the sum; the ratio of terms is then below ½.
    // 2⁻⁹⁰
    const double TermsEnd = 8.077935669463161E-28;

    // erf's series is longest at 8, where it ends with term 169.
    const int MaxTerms = 200;

    const int Halvings = 9;

    public static readonly Wide Pi = new(3.141592653589793, 1.2246467991473532e-16);

    static readonly Wide HalfPi = Wide.ScaleDown(Pi, -1);
    static readonly Wide Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    static readonly Wide TwoOverRootPi = 2 / Wide.SqrtDown(Pi);
    static readonly Wide[] InverseFactorials = Reciprocals(12, (last, n) => last / n);
    static readonly Wide[] InverseOdds = Reciprocals(MaxTerms, (_, n) => Wide.One / (2 * n + 1));

    public static Wide Exp(Wide x)
    {
        double size = Size(x);
        if (size > LargestExponent)
            return x.High > 0 ? Wide.PositiveInfinity : Wide.Zero;
        if (size < Linear)
            return Wide.One + x;
        x = Held(x);
        int k = (int)Math.Round(x.High / Ln2.High);
        return Wide.ScaleDown(Wide.One + SmallExpm1(x - k * Ln2), k);
    }

    public static Wide Expm1(Wide x) => Size(x) < Linear ? x
        : Size(x) < 0.35 ? SmallExpm1(Held(x))
        : Exp(x) - Wide.One;

    public static Wide Log(Wide x)
    {
        int k = Math.ILogB(x.High * 1.5 < double.MaxValue ? x.High * 1.5 : x.High) + x.Exponent;
        Wide near = Held(Wide.ScaleDown(x, -k));
        Wide part = Math.Abs(near.High - 1) < NearOne ? SeriesLog1p(near - Wide.One) : NewtonLog(near);
        return k == 0 ? part : k * Ln2 + part;
    }

    public static Wide Log1p(Wide x) => Size(x) < Linear ? x
        : Size(x) < NearOne ? SeriesLog1p(Held(x))
        : Log(Wide.One + x);

    public static Wide Tanh(Wide x)
    {
        Wide size = Wide.Abs(x);
        if (Size(x) < Linear)
            return x;
        Wide e = Size(x) > 40 ? Wide.PositiveInfinity : Expm1(2 * size);
        Wide result = e.IsInfinite ? Wide.One : e / (e + 2);
        return x.High < 0 ? -result : result;
    }

    public static Wide Erf(Wide x)
    {
        if (Size(x) < Linear)
            return TwoOverRootPi * x;
        if (Size(x) > ErfSaturation)
            return Math.Sign(x.High);
        x = Held(x);
        // erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·5⋯(2n+1)): all terms have the same sign.
        Wide square = x * x, twice = 2 * square, term = x, sum = x;
        for (int n = 1; Math.Abs(term.High) > Math.Abs(sum.High) * TermsEnd; n++)
        {
            term = term * twice * InverseOdds[n];
            sum += term;
        }

        return TwoOverRootPi * Exp(-square) * sum;
    }

    public static Wide Atan(Wide x) => Size(x) < Linear ? x
        : x.IsInfinite ? HalfPi * Math.Sign(x.High)
        : Wide.Of(BallTrigonometry.ArcTangent(x.ToBall()));

    public static Wide Sigmoid(Wide x)
    {
        Wide e = Exp(-Wide.Abs(x));
        return (x.High < 0 ? e : Wide.One) / (Wide.One + e);
    }

    public static Wide Softplus(Wide x)
    {
        Wide tail = Log1p(Exp(-Wide.Abs(x)));
        return x.High > 0 ? x + tail : tail;
    }

    // The magnitude as a double, to choose a branch; 0 or infinite far below or above every limit.
    static double Size(Wide x) => Math.ScaleB(Math.Abs(x.High), x.Exponent);

    // Without the separate exponent, for a magnitude between the limits: bits of Low below 2⁻¹⁰⁷⁴ are negligible next to the margin.
    static Wide Held(Wide x) => x.Exponent == 0 ? x : new(Math.ScaleB(x.High, x.Exponent), Math.ScaleB(x.Low, x.Exponent));

    // eˣ − 1 for |x| < 0.36: Taylor's series of x/2⁹, then nine times e ← e(2 + e), which keeps the relative error.
    static Wide SmallExpm1(Wide x)
    {
        Wide small = new(x.High * (1.0 / (1 << Halvings)), x.Low * (1.0 / (1 << Halvings)));
        Wide sum = InverseFactorials[10];
        for (int n = 9; n >= 1; n--)
            sum = sum * small + InverseFactorials[n];
        Wide e = sum * small;
        for (int i = 0; i < Halvings; i++)
            e *= e + 2;
        return e;
    }

    // log(1 + z) = 2 artanh s with s = z/(2 + z).
    static Wide SeriesLog1p(Wide z)
    {
        if (Size(z) < Linear)
            return z;
        Wide s = z / (z + 2), square = s * s, sum = InverseOdds[14];
        for (int n = 13; n >= 0; n--)
            sum = sum * square + InverseOdds[n];
        return 2 * (s * sum);
    }

    // One Halley step from the platform's logarithm y: the error e becomes about e³/12.
    static Wide NewtonLog(Wide x)
    {
        Wide y = Math.Log(x.High);
        Wide e = x * Exp(-y);
        return y + 2 * ((e - Wide.One) / (e + Wide.One));
    }

    static Wide[] Reciprocals(int count, Func<Wide, int, Wide> next)
    {
        Wide[] result = new Wide[count];
        result[0] = Wide.One;
        for (int n = 1; n < count; n++)
            result[n] = next(result[n - 1], n);
        return result;
    }
}
