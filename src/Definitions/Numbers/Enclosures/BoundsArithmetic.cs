namespace ParityNet.Definitions.Numbers;

readonly partial record struct Bounds<T>
{
    // The fast paths of the platform and the libraries: x⁰ and x¹ are exact, x² is a product.
    public const long Squared = 2;

    bool CanBeNegative => lo.High < 0 || MayBeMinusZero;

    bool CanBePositive => hi.High >= 0;

    public static Bounds<T> operator -(Bounds<T> a) => new(-a.hi, -a.lo, a.MayBeNaN, a.HasZero);

    public static Bounds<T> operator -(Bounds<T> a, Bounds<T> b) => a + -b;

    public static Bounds<T> operator +(Bounds<T> a, Bounds<T> b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return NaN;
        bool minusZero = a.MayBeMinusZero && b.MayBeMinusZero;
        if (IsExactly(a, 0))
            return new(b.lo, b.hi, a.MayBeNaN || b.MayBeNaN, minusZero);
        if (IsExactly(b, 0))
            return new(a.lo, a.hi, a.MayBeNaN || b.MayBeNaN, minusZero);
        bool opposite = IsAt(a.lo, b.hi, Wide.NegativeInfinity) || IsAt(b.lo, a.hi, Wide.NegativeInfinity);
        bool mayBeNaN = a.MayBeNaN || b.MayBeNaN || opposite;
        if (opposite && a.lo == a.hi && b.lo == b.hi)
            return NaN;
        // Where opposite infinities make the sum NaN, the operands' finite values still give any finite sum: the bound becomes infinite.
        Wide low = IsOpposite(a.lo, b.lo) ? Wide.NegativeInfinity : Wide.AddDown(a.lo, b.lo);
        Wide high = IsOpposite(a.hi, b.hi) ? Wide.PositiveInfinity : -Wide.AddDown(-a.hi, -b.hi);
        return Rounded(low, high, mayBeNaN, minusZero);
    }

    public static Bounds<T> operator *(Bounds<T> a, Bounds<T> b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return NaN;
        if (PowerOfTwo(b) is int right)
            return Scaled(a, right, b.lo.High < 0, b.MayBeNaN);
        if (PowerOfTwo(a) is int left)
            return Scaled(b, left, a.lo.High < 0, a.MayBeNaN);
        bool undefined = (a.HasZero && b.HasInfinity) || (b.HasZero && a.HasInfinity);
        if (undefined && a.lo == a.hi && b.lo == b.hi)
            return NaN;
        Corners(a, b, Wide.MulDown, out Wide low, out Wide high);
        return Rounded(low, high, a.MayBeNaN || b.MayBeNaN || undefined, CanDiffer(a, b));
    }

    public static Bounds<T> operator /(Bounds<T> a, Bounds<T> b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return NaN;
        if (PowerOfTwo(b) is int exponent)
            return Scaled(a, -exponent, b.lo.High < 0, b.MayBeNaN);
        bool undefined = (a.HasZero && b.HasZero) || (a.HasInfinity && b.HasInfinity);
        bool mayBeNaN = a.MayBeNaN || b.MayBeNaN || undefined;
        if (undefined && a.lo == a.hi && b.lo == b.hi)
            return NaN;
        if (b.HasZero)
            return OverZero(a, b, mayBeNaN);
        Corners(a, b, Wide.DivDown, out Wide low, out Wide high);
        return Rounded(low, high, mayBeNaN, CanDiffer(a, b));
    }

    public static Bounds<T> Abs(Bounds<T> a) => a.IsEmpty ? a
        : a.lo.High >= 0 ? new(a.lo, a.hi, a.MayBeNaN)
        : a.hi.High <= 0 ? new(-a.hi, -a.lo, a.MayBeNaN)
        : new(Wide.Zero, Wide.Max(-a.lo, a.hi), a.MayBeNaN);

    public static Bounds<T> Square(Bounds<T> a)
    {
        Bounds<T> size = Abs(a);
        if (size.IsEmpty)
            return size;
        return Rounded(Wide.MulDown(size.lo, size.lo), -Wide.MulDown(-size.hi, size.hi), size.MayBeNaN);
    }

    public static Bounds<T> Pow(Bounds<T> a, long exponent)
    {
        if (exponent == 0)
            return Exact(1);
        if (exponent == 1 || a.IsEmpty)
            return a;
        if (exponent == Squared)
            return Square(a);
        if (exponent < 0)
            return Exact(1) / Pow(a, -exponent);
        Bounds<T> basis = long.IsEvenInteger(exponent) ? Abs(a) : a;
        Wide low = basis.lo.High < 0 ? -PowerUp(-basis.lo, exponent) : PowerDown(basis.lo, exponent);
        Wide high = basis.hi.High < 0 ? -PowerDown(-basis.hi, exponent) : PowerUp(basis.hi, exponent);
        return Widened(low, high, a.MayBeNaN, Accuracy.Pow, basis.CanBeNegative);
    }

    public static bool IsExactly(Bounds<T> a, double value) => a.lo == a.hi && a.lo == value;

    static bool IsOpposite(Wide a, Wide b) => a.IsInfinite && b.IsInfinite && a != b;

    static bool IsAt(Wide a, Wide b, Wide infinity) => a == infinity && b == -infinity;

    // Whether the operands can have different signs, so that a zero result can be −0.
    static bool CanDiffer(Bounds<T> a, Bounds<T> b) =>
        (a.CanBeNegative && b.CanBePositive) || (b.CanBeNegative && a.CanBePositive);

    static int? PowerOfTwo(Bounds<T> a)
    {
        double size = Math.Abs(a.lo.High);
        return a.lo == a.hi && a.lo.IsDouble && double.IsPow2(size) ? Math.ILogB(size) : null;
    }

    // Exact unless the result can be subnormal or overflow.
    static Bounds<T> Scaled(Bounds<T> a, int exponent, bool negative, bool mayBeNaN)
    {
        Wide low = Wide.ScaleDown(a.lo, exponent), high = -Wide.ScaleDown(-a.hi, exponent);
        bool exact = IsNormal(low) && IsNormal(high) && IsNormal(a.lo) && IsNormal(a.hi);
        Bounds<T> result = exact || exponent == 0
            ? new(low, high, a.MayBeNaN || mayBeNaN, a.CanBeNegative)
            : Rounded(low, high, a.MayBeNaN || mayBeNaN, a.CanBeNegative);
        return negative ? -result : result;

        static bool IsNormal(Wide value) => Format<T>.IsNormalOrZero(value);
    }

    static void Corners(Bounds<T> a, Bounds<T> b, Func<Wide, Wide, Wide> down, out Wide low, out Wide high)
    {
        low = down(a.lo, b.lo);
        high = down(-a.lo, b.lo);
        if (a.lo != a.hi || b.lo != b.hi)
        {
            low = Wide.Min(Wide.Min(low, down(a.lo, b.hi)), Wide.Min(down(a.hi, b.lo), down(a.hi, b.hi)));
            high = Wide.Min(Wide.Min(high, down(-a.lo, b.hi)), Wide.Min(down(-a.hi, b.lo), down(-a.hi, b.hi)));
        }

        high = -high;
    }

    // The divisor contains 0. The sign of the quotient is known only if the divisor cannot be negative, not even −0.
    static Bounds<T> OverZero(Bounds<T> a, Bounds<T> b, bool mayBeNaN)
    {
        if (IsExactly(a, 0))
            return new(Wide.Zero, Wide.Zero, mayBeNaN, a.MayBeMinusZero || b.CanBeNegative);
        Wide smallest = b.hi.IsZero ? Wide.PositiveInfinity : default;
        if (b.CanBeNegative || (a.lo.High < 0 && a.hi.High > 0))
            return new(Wide.NegativeInfinity, Wide.PositiveInfinity, mayBeNaN, mayBeMinusZero: true);
        if (a.hi.High <= 0)
            return Rounded(Wide.NegativeInfinity, b.hi.IsZero ? -smallest : -Wide.DivDown(-a.hi, b.hi), mayBeNaN, mayBeMinusZero: true);
        return Rounded(b.hi.IsZero ? smallest : Wide.DivDown(a.lo, b.hi), Wide.PositiveInfinity, mayBeNaN, a.MayBeMinusZero);
    }

    static Wide PowerDown(Wide a, long exponent)
    {
        Wide result = Wide.One;
        for (Wide power = a; exponent > 0; exponent >>= 1, power = Wide.MulDown(power, power))
        {
            if (long.IsOddInteger(exponent))
                result = Wide.MulDown(result, power);
        }

        return result;
    }

    static Wide PowerUp(Wide a, long exponent)
    {
        Wide result = Wide.One;
        for (Wide power = a; exponent > 0; exponent >>= 1, power = -Wide.MulDown(-power, power))
        {
            if (long.IsOddInteger(exponent))
                result = -Wide.MulDown(-result, power);
        }

        return result;
    }
}
