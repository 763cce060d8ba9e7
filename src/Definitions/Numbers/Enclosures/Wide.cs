namespace ParityNet.Definitions.Numbers;

/// <summary>
/// A double-double with a separate exponent: the unevaluated sum <c>High + Low</c>, with <c>High</c> the sum rounded to double, times a
/// power of two.
/// </summary>
/// <remarks>
/// The arithmetic is that of M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous error bounds for basic building blocks of
/// double-word arithmetic, 2017: relative errors of at most 15·2⁻¹⁰⁶. <see cref="Below"/> moves outward by 2⁻⁹⁸, which covers
/// that with room to spare. An operation on two doubles is exact if the error-free transformations are, and is then not moved outward.
/// An infinity has <c>Low = 0</c>; NaN does not occur.
/// <para>
/// A number within the range of a double-double has the exponent 0. A number beyond the largest double, or so small that it would lose
/// digits, has <c>|High|</c> in [1, 2) and an exponent, so that nothing between 2^±2³⁰ overflows or underflows, and equal numbers have
/// equal parts.
/// </para>
/// </remarks>
readonly partial record struct Wide(double High, double Low, int Exponent = 0)
{
    // Beyond this exponent a number is infinite or 0.
    const int ExponentLimit = 1 << 30;

    // Below this the errors of products and quotients may not be representable.
    // 2⁻⁹⁰⁰
    const double Tiny = 1.1830521861667747E-271;
    // 2¹⁰⁰⁰
    const double Huge = 1.0715086071862673E+301;
    // 2¹⁰²²
    const double Half = 4.49423283715579E+307;
    // 2⁻⁹⁸
    const double Margin = 3.1554436208840472E-30;
    const double Step = double.Epsilon;

    public static readonly Wide Zero = new(0, 0);
    public static readonly Wide One = new(1, 0);
    public static readonly Wide PositiveInfinity = new(double.PositiveInfinity, 0);
    public static readonly Wide NegativeInfinity = new(double.NegativeInfinity, 0);

    public bool IsZero => High == 0;

    public bool IsInfinite => double.IsInfinity(High);

    public bool IsDouble => Low == 0 && Exponent == 0;

    /// <summary>The exponent of the leading bit; not for 0 and infinities.</summary>
    public int Magnitude => Math.ILogB(High) + Exponent;

    public static implicit operator Wide(double value) => new(value, 0);

    public static Wide operator -(Wide a) => new(-a.High, -a.Low, a.Exponent);

    /// <summary>A sum for approximations, with a relative error of at most 2⁻⁹⁷, as the other operators.</summary>
    public static Wide operator +(Wide a, Wide b) => AddDown(a, b);

    public static Wide operator -(Wide a, Wide b) => AddDown(a, -b);

    public static Wide operator *(Wide a, Wide b) => MulDown(a, b);

    public static Wide operator /(Wide a, Wide b) => DivDown(a, b);

    public static bool operator <(Wide a, Wide b) => (a.Exponent | b.Exponent) == 0
        ? a.High < b.High || (a.High == b.High && a.Low < b.Low)
        : IsLess(a, b);

    public static bool operator >(Wide a, Wide b) => b < a;

    public static bool operator <=(Wide a, Wide b) => !(b < a);

    public static bool operator >=(Wide a, Wide b) => !(a < b);

    public static Wide Min(Wide a, Wide b) => b < a ? b : a;

    public static Wide Max(Wide a, Wide b) => a < b ? b : a;

    public static Wide Abs(Wide a) => a.High < 0 ? -a : a;

    /// <summary>The sum of two doubles, the first at least as large in magnitude: exact, or rounded down if it overflows.</summary>
    public static Wide Normal(double high, double low)
    {
        double sum = high + low;
        return double.IsFinite(sum) ? new(sum, low - (sum - high)) : Overflow(sum);
    }

    /// <summary>A lower bound of the exact result: below <paramref name="a"/> by more than the error of any operation.</summary>
    /// <param name="a">An inexact result.</param>
    /// <param name="relative">The relative distance.</param>
    /// <param name="steps">The absolute distance in units of the smallest double, where errors may not be representable.</param>
    public static Wide Below(Wide a, double relative = Margin, int steps = 4)
    {
        if (a.IsInfinite)
            return a;
        if (a.Exponent != 0)
            return ScaleDown(Below(a with { Exponent = 0 }, relative, steps), a.Exponent);
        double size = Math.Abs(a.High);
        double distance = size * relative + (size < Tiny ? steps * Step : 0);
        return Normal(a.High, a.Low - distance);
    }

    static bool IsLess(Wide a, Wide b)
    {
        int sign = Math.Sign(a.High);
        if (sign != Math.Sign(b.High) || sign == 0 || a.IsInfinite || b.IsInfinite)
            return a.High < b.High;
        int first = a.Magnitude, second = b.Magnitude;
        return first == second ? NearOne(a) < NearOne(b) : first < second == sign > 0;
    }
}
