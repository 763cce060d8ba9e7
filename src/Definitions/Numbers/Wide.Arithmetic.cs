namespace ParityNet.Definitions.Numbers;

readonly partial record struct Wide
{
    /// <summary>The sum, rounded down where it is not exact. Not for opposite infinities.</summary>
    public static Wide AddDown(Wide a, Wide b)
    {
        if (a.IsInfinite)
            return a;
        if (b.IsInfinite)
            return b;
        if (Math.Max(Math.Abs(a.High), Math.Abs(b.High)) > Half)
            return AddLarge(a, b);
        Wide highs = TwoSum(a.High, b.High);
        if (a.Low == 0 && b.Low == 0)
            return highs;
        Wide lows = TwoSum(a.Low, b.Low);
        Wide first = Normal(highs.High, highs.Low + lows.High);
        Wide result = Normal(first.High, first.Low + lows.Low);
        return result.IsZero ? result : Below(result);
    }

    /// <summary>The product, rounded down where it is not exact. Not for 0·∞.</summary>
    public static Wide MulDown(Wide a, Wide b)
    {
        if (a.IsZero || b.IsZero)
            return Zero;
        double product = a.High * b.High;
        if (a.IsInfinite || b.IsInfinite)
            return product;
        double size = Math.Abs(product);
        if (size is < Tiny or > Huge)
            return Apart(a, b, MulDown);
        double error = Math.FusedMultiplyAdd(a.High, b.High, -product);
        if (a.Low == 0 && b.Low == 0)
            return new(product, error);
        double cross = Math.FusedMultiplyAdd(a.High, b.Low, a.Low * b.High + a.Low * b.Low);
        return Below(Normal(product, error + cross));
    }

    /// <summary>The quotient, rounded down where it is not exact. Not for ∞/∞ or a divisor of 0.</summary>
    public static Wide DivDown(Wide a, Wide b)
    {
        if (a.IsZero || b.IsInfinite)
            return Zero;
        if (a.IsInfinite)
            return b.High < 0 ? -a : a;
        double quotient = a.High / b.High;
        if (Math.Abs(quotient) is < Tiny or > Huge || Math.Abs(a.High) is < Tiny or > Huge || Math.Abs(b.High) is < Tiny or > Huge)
            return Apart(a, b, DivDown, divide: true);
        Wide rest = Remainder(a, b, quotient);
        if (rest.IsZero && a.Low == 0 && b.Low == 0)
            return quotient;
        double second = rest.High / b.High;
        double third = Remainder(rest, b, second).High / b.High;
        Wide front = Normal(quotient, second);
        return Below(Normal(front.High, front.Low + third));
    }

    /// <summary>The square root, rounded down where it is not exact. Not below 0.</summary>
    public static Wide SqrtDown(Wide a) => Sqrt(a, root => Below(root));

    /// <summary>The square root, rounded up where it is not exact. Not below 0.</summary>
    public static Wide SqrtUp(Wide a) => Sqrt(a, root => -Below(-root));

    /// <summary><c>a·2ⁿ</c>, rounded down where it is not exact.</summary>
    public static Wide ScaleDown(Wide a, int exponent)
    {
        double high = Math.ScaleB(a.High, exponent), low = Math.ScaleB(a.Low, exponent);
        if (a.IsZero || a.IsInfinite)
            return a;
        if (double.IsInfinity(high))
            return Overflow(high);
        if (Math.ScaleB(high, -exponent) == a.High && Math.ScaleB(low, -exponent) == a.Low)
            return new(high, low);
        return Normal(high, low - 2 * Step);
    }

    /// <summary>The largest double that is not greater.</summary>
    public double ToDoubleDown() => Low < 0 ? Math.BitDecrement(High) : High;

    static Wide Sqrt(Wide a, Func<Wide, Wide> outward)
    {
        if (a.IsZero || a.IsInfinite)
            return a;
        // A root is never so large or small that scaling it back could round.
        int half = a.High is < Tiny or > Huge ? Math.ILogB(a.High) >> 1 : 0;
        Wide near = Shift(a, -2 * half);
        double root = Math.Sqrt(near.High);
        double rest = Math.FusedMultiplyAdd(-root, root, near.High);
        Wide result = rest == 0 && near.Low == 0 ? root : outward(Normal(root, (rest + near.Low) / (2 * root)));
        return Shift(result, half);
    }

    // The steps of the sum itself would overflow.
    static Wide AddLarge(Wide a, Wide b)
    {
        Wide first = Shift(a, -2), second = Shift(b, -2);
        Wide sum = AddDown(first, second);
        return ScaleDown(Shift(first, 2) == a && Shift(second, 2) == b ? sum : Below(sum), 2);
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
        int first = Math.ILogB(a.High), second = Math.ILogB(b.High);
        Wide result = operation(Shift(a, -first), Shift(b, -second));
        return ScaleDown(result, divide ? first - second : first + second);
    }

    // Exact for High. Low can lose a part below 2⁻¹⁰⁷⁴, which is nothing beside High: it is used for numbers brought close to 1.
    static Wide Shift(Wide a, int exponent) => new(Math.ScaleB(a.High, exponent), Math.ScaleB(a.Low, exponent));

    // The real number is finite and lies beyond the largest double.
    static Wide Overflow(double infinity) => infinity > 0 ? double.MaxValue : double.NegativeInfinity;
}
