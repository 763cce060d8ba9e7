using System.Numerics;

namespace ParityNet.Definitions.Numbers;

/// <summary>A ball of midpoint-radius interval arithmetic, <c>(Mid ± Radius)·2^Exponent</c>, with a midpoint of about 320 bits.</summary>
/// <remarks>
/// The ball of a result contains the results for all members of the operands' balls. A radius of 0 means the number is exact.
/// </remarks>
readonly record struct Ball(BigInteger Mid, BigInteger Radius, int Exponent)
{
    public const int Precision = 320;

    // A longer radius is rounded up to this many bits, so that it stays cheap.
    const int RadiusBits = 64;

    const int Guard = 32;
    const int DoubleBits = 53;
    const int SmallestDouble = -1074;

    public static Ball Zero => new(0, 0, 0);

    public static Ball One => new(1, 0, 0);

    public bool IsExact => Radius.IsZero;

    public bool IsZero => Mid.IsZero && Radius.IsZero;

    public bool HasZero => BigInteger.Abs(Mid) <= Radius;

    /// <summary>The sign if all members have the same, else 0.</summary>
    public int Sign => HasZero ? 0 : Mid.Sign;

    /// <summary>The exponent of the midpoint's leading bit: its magnitude is in [2ⁿ, 2ⁿ⁺¹).</summary>
    public long Magnitude => Bits(Mid) - 1 + Exponent;

    public static implicit operator Ball(int value) => new(value, 0, 0);

    public static Ball FromDouble(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & ((1L << 52) - 1);
        long significand = exponent == 0 ? fraction : fraction | (1L << 52);
        return new(value < 0 ? -significand : significand, 0, Math.Max(exponent, 1) - 1075);
    }

    /// <summary>The ball <c>0 ± 2^exponent</c>.</summary>
    public static Ball Error(int exponent) => new(0, 1, exponent);

    public static Ball operator -(Ball a) => a with { Mid = -a.Mid };

    public static Ball operator -(Ball a, Ball b) => a + -b;

    public static Ball operator +(Ball a, Ball b)
    {
        if (a.IsZero)
            return b;
        if (b.IsZero)
            return a;
        if (a.Exponent < b.Exponent)
            (a, b) = (b, a);
        int gap = a.Exponent - b.Exponent;
        int left = (int)Math.Min(gap, Math.Max(0, Precision + Guard - Bits(a.Mid))), right = gap - left;
        BigInteger lost = right > 0 ? 2 : 0;
        return Rounded(
            (a.Mid << left) + (b.Mid >> right),
            (a.Radius << left) + (b.Radius >> right) + lost,
            a.Exponent - left);
    }

    public static Ball operator *(Ball a, Ball b) => Rounded(
        a.Mid * b.Mid,
        BigInteger.Abs(a.Mid) * b.Radius + BigInteger.Abs(b.Mid) * a.Radius + a.Radius * b.Radius,
        checked(a.Exponent + b.Exponent));

    /// <summary>The quotient; the divisor's ball must not contain 0.</summary>
    public static Ball operator /(Ball a, Ball b)
    {
        int shift = (int)Math.Max(0, Precision + Guard + Bits(b.Mid) - Bits(a.Mid));
        BigInteger quotient = BigInteger.DivRem(a.Mid << shift, b.Mid, out BigInteger rest);
        bool exact = rest.IsZero && a.IsExact && b.IsExact;
        BigInteger radius = exact ? 0
            : ((a.Radius << shift) + BigInteger.Abs(quotient) * b.Radius) / (BigInteger.Abs(b.Mid) - b.Radius) + 2;
        return Rounded(quotient, radius, a.Exponent - b.Exponent - shift);
    }

    public Ball Scale(int exponent) => this with { Exponent = Exponent + exponent };

    public static Ball Abs(Ball a) => a.Mid.Sign < 0 ? -a : a;

    /// <summary>The square root of 0 or of a ball of positive members.</summary>
    public static Ball Sqrt(Ball a)
    {
        if (a.IsZero)
            return a;
        int shift = (int)Math.Max(0, 2 * (Precision + Guard) - Bits(a.Mid));
        shift += (a.Exponent - shift) & 1;
        BigInteger mid = a.Mid << shift, radius = a.Radius << shift;
        int exponent = (a.Exponent - shift) / 2;
        BigInteger root = IntegerRoot(mid);
        bool exact = radius.IsZero && root * root == mid;
        return Rounded(root, exact ? 0 : radius / root + 2, exponent);
    }

    /// <summary>A ball that contains two others.</summary>
    public static Ball Hull(Ball a, Ball b)
    {
        Ball middle = (a + b).Scale(-1), reach = (a - b).Scale(-1);
        Ball first = new(0, a.Radius, a.Exponent), second = new(0, b.Radius, b.Exponent);
        return middle + new Ball(0, BigInteger.Abs(reach.Mid) + reach.Radius, reach.Exponent) + first + second;
    }

    /// <summary>The midpoint, rounded to double.</summary>
    public double ToDouble()
    {
        if (Mid.IsZero || Magnitude < SmallestDouble - 1)
            return 0;
        // The significand bits of a double (fewer if subnormal), two more and a sticky bit round once, as the full midpoint would.
        int kept = (int)Math.Min(DoubleBits, Magnitude - SmallestDouble + 1);
        BigInteger size = BigInteger.Abs(Mid) << RadiusBits;
        int drop = (int)Bits(size) - kept - 2;
        BigInteger top = size >> drop;
        bool sticky = top << drop != size;
        long value = (long)top >> 2, rest = (long)top & 3;
        bool up = rest == 3 || (rest == 2 && (sticky || long.IsOddInteger(value)));
        return Mid.Sign * Math.ScaleB(value + (up ? 1 : 0), drop + 2 + Exponent - RadiusBits);
    }

    static long Bits(BigInteger value) => BigInteger.Abs(value).GetBitLength();

    static Ball Rounded(BigInteger mid, BigInteger radius, int exponent)
    {
        int drop = (int)Math.Max(Bits(mid) - Precision, Bits(radius) - RadiusBits);
        return drop <= 0
            ? new(mid, radius, exponent)
            : radius.IsZero && (mid >> drop) << drop == mid
                ? new(mid >> drop, radius, exponent + drop)
                : new(mid >> drop, (radius >> drop) + 2, exponent + drop);
    }

    // ⌊√n⌋ by Newton's iteration from above.
    static BigInteger IntegerRoot(BigInteger n)
    {
        if (n.IsZero)
            return n;
        BigInteger root = BigInteger.One << (int)((Bits(n) + 1) / 2);
        while (true)
        {
            BigInteger next = (root + n / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
