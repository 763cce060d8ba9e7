namespace ParityNet.Definitions.Numbers;

readonly partial record struct Bounds<T>
{
    // An error of the logarithm counts as often as the exponent of the power; e^±2¹⁴ is far beyond every element type. 2⁻⁶⁶.
    const double PowerMargin = 1.3552527156068805E-20;

    // Larger integer exponents are no products.
    const double MostFactors = 64;

    /// <summary>aᵇ as C's <c>pow</c>: increasing or decreasing in each operand for a positive base, so that its bounds are at the corners.</summary>
    public static Bounds<T> Pow(Bounds<T> a, Bounds<T> b)
    {
        if (IsExactly(b, 0) && !b.MayBeNaN)
            return Exact(1);
        if (IsExactly(a, 1) && !a.MayBeNaN)
            return Exact(1);
        bool mayBeNaN = a.MayBeNaN || b.MayBeNaN;
        if (a.IsEmpty || b.IsEmpty)
            return (b.IsEmpty ? a.Admits(1) : b.Admits(0)) ? Exact(1) with { MayBeNaN = true } : NaN;
        if (a.lo.High >= 0)
            return OfZeros(a, b) with { MayBeNaN = mayBeNaN };
        if (b.IsPoint && b.lo.IsDouble && double.IsInteger(b.lo.High))
            return OfInteger(a, b) with { MayBeNaN = mayBeNaN };
        if (b.IsPoint && (b.lo.IsInfinite || (a.IsPoint && a.lo.IsInfinite)))
            return Positive(Abs(a), b) with { MayBeNaN = mayBeNaN };
        if (b.IsPoint && !a.lo.IsInfinite)
            return a.hi.High < 0 ? NaN : Positive(new(Wide.Zero, a.hi, false), b) with { MayBeNaN = true };
        // Some exponents may be integers, even or odd.
        Bounds<T> size = Positive(Abs(a), b);
        return Hull(size, -size) with { MayBeNaN = true };
    }

    static Bounds<T> OfInteger(Bounds<T> a, Bounds<T> b)
    {
        double exponent = b.lo.High;
        if (Math.Abs(exponent) <= MostFactors)
            return Pow(a, (long)exponent);
        if (exponent % 2 == 0)
            return Positive(Abs(a), b);
        if (a.hi.High <= 0)
            return -Positive(-a, b);
        Bounds<T> below = -Positive(new(Wide.Zero, -a.lo, false), b), above = Positive(new(Wide.Zero, a.hi, false), b);
        return Hull(below, above);
    }

    // The power of −0 with a negative odd exponent is −∞.
    static Bounds<T> OfZeros(Bounds<T> a, Bounds<T> b)
    {
        bool canBeOdd = b.lo <= -1 && (!b.IsPoint || (double.IsOddInteger(b.lo.High) && b.lo.IsDouble));
        return a.MayBeMinusZero && canBeOdd ? Hull(Positive(a, b), Exact(double.NegativeInfinity)) : Positive(a, b);
    }

    static Bounds<T> Positive(Bounds<T> a, Bounds<T> b)
    {
        (Wide low, Wide high) = Corner(a.lo, b.lo);
        foreach ((Wide x, Wide y) in ((Wide, Wide)[])[(a.lo, b.hi), (a.hi, b.lo), (a.hi, b.hi)])
        {
            (Wide Low, Wide High) corner = Corner(x, y);
            (low, high) = (Wide.Min(low, corner.Low), Wide.Max(high, corner.High));
        }

        return new(low, high, mayBeNaN: false, a.CanBeNegative);
    }

    static (Wide Low, Wide High) Corner(Wide x, Wide y)
    {
        if (y.IsZero || x == Wide.One)
            return (Wide.One, Wide.One);
        // Away from 1 the power of an infinite operand, or of 0, is 0 or infinite.
        if (x.IsZero || x.IsInfinite || y.IsInfinite)
            return x > Wide.One == y.High > 0 ? (Wide.PositiveInfinity, Wide.PositiveInfinity) : (Wide.Zero, Wide.Zero);
        Wide power = WideFunctions.Exp(y * WideFunctions.Log(x));
        if (power.IsInfinite)
            return (double.MaxValue, power);
        if (power.IsZero)
            return (power, Format<T>.Vanishing);
        return (
            KeepsSign(power, Outward(Wide.Below(power, PowerMargin), Accuracy.Pow)),
            -Outward(Wide.Below(-power, PowerMargin), Accuracy.Pow));
    }
}
