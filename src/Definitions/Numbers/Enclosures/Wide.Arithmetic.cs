namespace ParityNet.Definitions.Numbers;

readonly partial record struct Wide
{
    // The range of exponents that need no separate exponent.
    const int MinDouble = -1075, MaxDouble = 1023;

    // A difference of exponents in bits: beyond it the smaller term is far below the margin.
    const int FarApart = 600;

    /// <summary>The sum, rounded down unless it is exact. Not for opposite infinities.</summary>
    public static Wide AddDown(Wide a, Wide b)
    {
        if (a.IsInfinite)
            return a;
        if (b.IsInfinite)
            return b;
        if ((a.Exponent | b.Exponent) != 0 || Math.Max(Math.Abs(a.High), Math.Abs(b.High)) > Half)
            return AddApart(a, b);
        Wide highs = TwoSum(a.High, b.High);
        if (a.Low == 0 && b.Low == 0)
            return highs;
        Wide lows = TwoSum(a.Low, b.Low);
        Wide first = Normal(highs.High, highs.Low + lows.High);
        Wide result = Normal(first.High, first.Low + lows.Low);
        return result.IsZero ? result : Below(result);
    }

    /// <summary>The product, rounded down unless it is exact. Not for 0·∞.</summary>
    public static Wide MulDown(Wide a, Wide b)
    {
        if (a.IsZero || b.IsZero)
            return Zero;
        double product = a.High * b.High;
        if (a.IsInfinite || b.IsInfinite)
            return product;
        double size = Math.Abs(product);
        if ((a.Exponent | b.Exponent) != 0 || size is < Tiny or > Huge)
            return Apart(a, b, MulDown);
        double error = Math.FusedMultiplyAdd(a.High, b.High, -product);
        if (a.Low == 0 && b.Low == 0)
            return new(product, error);
        double cross = Math.FusedMultiplyAdd(a.High, b.Low, a.Low * b.High + a.Low * b.Low);
        return Below(Normal(product, error + cross));
    }

    /// <summary>The quotient, rounded down unless it is exact. Not for ∞/∞ or a divisor of 0.</summary>
    public static Wide DivDown(Wide a, Wide b)
    {
        if (a.IsZero || b.IsInfinite)
            return Zero;
        if (a.IsInfinite)
            return b.High < 0 ? -a : a;
        double quotient = a.High / b.High;
        if ((a.Exponent | b.Exponent) != 0 || Math.Abs(quotient) is < Tiny or > Huge || Math.Abs(a.High) is < Tiny or > Huge
            || Math.Abs(b.High) is < Tiny or > Huge)
            return Apart(a, b, DivDown, divide: true);
        Wide rest = Remainder(a, b, quotient);
        if (rest.IsZero && a.Low == 0 && b.Low == 0)
            return quotient;
        double second = rest.High / b.High;
        double third = Remainder(rest, b, second).High / b.High;
        Wide front = Normal(quotient, second);
        return Below(Normal(front.High, front.Low + third));
    }

    /// <summary>The square root, rounded down unless it is exact. Not below 0.</summary>
    public static Wide SqrtDown(Wide a) => Sqrt(a, root => Below(root));

    /// <summary>The square root, rounded up unless it is exact. Not below 0.</summary>
    public static Wide SqrtUp(Wide a) => Sqrt(a, root => -Below(-root));

    /// <summary><c>a·2ⁿ</c>, exact except beyond the exponent limits, where it is rounded down.</summary>
    public static Wide ScaleDown(Wide a, int exponent)
    {
        if (a.IsZero || a.IsInfinite)
            return a;
        if (a.Exponent == 0)
        {
            double high = Math.ScaleB(a.High, exponent), low = Math.ScaleB(a.Low, exponent);
            if (double.IsFinite(high) && Math.ScaleB(high, -exponent) == a.High && Math.ScaleB(low, -exponent) == a.Low)
                return new(high, low);
        }
        long magnitude = (long)a.Magnitude + exponent;
        if (Math.Abs(magnitude) > ExponentLimit)
            return PastLimit(a.High > 0, magnitude > 0);
        Wide near = NearOne(a);
        return magnitude is > MinDouble and <= MaxDouble && Math.ScaleB(near.Low, (int)magnitude) is var tail
            && Math.ScaleB(tail, -(int)magnitude) == near.Low
            && Math.ScaleB(Math.ScaleB(near.High, (int)magnitude), -(int)magnitude) == near.High
            ? new(Math.ScaleB(near.High, (int)magnitude), tail)
            : near with { Exponent = (int)magnitude };
    }

    /// <summary>The value rounded down to double.</summary>
    public double ToDoubleDown()
    {
        if (Exponent == 0)
            return Low < 0 ? Math.BitDecrement(High) : High;
        double scaled = Math.ScaleB(High, Exponent);
        if (double.IsInfinity(scaled))
            return scaled > 0 ? double.MaxValue : scaled;
        double back = Math.ScaleB(scaled, -Exponent);
        return back > High || (back == High && Low < 0) ? Math.BitDecrement(scaled) : scaled;
    }

    static Wide Sqrt(Wide a, Func<Wide, Wide> outward)
    {
        if (a.IsZero || a.IsInfinite)
            return a;
        int half = a.Exponent != 0 || a.High is < Tiny or > Huge ? a.Magnitude >> 1 : 0;
        Wide near = half == 0 ? a : Shift(NearOne(a), a.Magnitude - 2 * half);
        double root = Math.Sqrt(near.High);
        double rest = Math.FusedMultiplyAdd(-root, root, near.High);
        Wide result = rest == 0 && near.Low == 0 ? root : outward(Normal(root, (rest + near.Low) / (2 * root)));
        return ScaleDown(result, half);
    }

    // Scaled close to 1, where no step of the sum overflows. A much smaller term changes the result by less than the margin.
    static Wide AddApart(Wide a, Wide b)
    {
        if (a.IsZero || b.IsZero)
            return a.IsZero ? b : a;
        (Wide large, Wide small) = a.Magnitude < b.Magnitude ? (b, a) : (a, b);
        int gap = large.Magnitude - small.Magnitude;
        Wide near = NearOne(large);
        return ScaleDown(gap > FarApart ? Below(near) : AddDown(near, Shift(NearOne(small), -gap)), large.Magnitude);
    }

    static Wide TwoSum(double a, double b)
    {
        double sum = a + b;
        double part = sum - a;
        return new(sum, (a - (sum - part)) + (b - part));
    }

    // a − b·factor, where factor is a/b rounded.
    static Wide Remainder(Wide a, Wide b, double factor)
    {
        double product = b.High * factor;
        double error = Math.FusedMultiplyAdd(b.High, factor, -product);
        Wide difference = TwoSum(a.High, -product);
        double low = difference.Low + (a.Low - error - b.Low * factor);
        return Normal(difference.High, low);
    }

    static Wide Apart(Wide a, Wide b, Func<Wide, Wide, Wide> operation, bool divide = false)
    {
        int first = a.Magnitude, second = b.Magnitude;
        return ScaleDown(operation(NearOne(a), NearOne(b)), divide ? first - second : first + second);
    }

    // The same significand with a magnitude in [1, 2).
    static Wide NearOne(Wide a) => a.Exponent == 0 ? Shift(a, -Math.ILogB(a.High)) : a with { Exponent = 0 };

    // Rounds down a number beyond the exponent limits.
    static Wide PastLimit(bool isPositive, bool isLarge) => (isPositive, isLarge) switch
    {
        (true, true) => new(1, 0, ExponentLimit),
        (false, true) => NegativeInfinity,
        (true, false) => Zero,
        _ => new(-1, 0, -ExponentLimit),
    };

    // Exact for High. Low can lose bits below 2⁻¹⁰⁷⁴, negligible next to High, which is scaled close to 1.
    static Wide Shift(Wide a, int exponent) => new(Math.ScaleB(a.High, exponent), Math.ScaleB(a.Low, exponent));

    // The real number is finite but beyond the largest double.
    static Wide Overflow(double infinity) => infinity > 0 ? double.MaxValue : double.NegativeInfinity;
}
