using System.Numerics;

namespace ParityNet.Definitions.Numbers;

/// <summary>A real number known to lie in <c>(Mid ± Radius)·2^Exponent</c>, with a middle of about 320 bits.</summary>
/// <remarks>Every operation's ball holds all results of members of its operands' balls. A radius of 0 says the number is exact.</remarks>
readonly record struct Ball(BigInteger Mid, BigInteger Radius, int Exponent)
{
    public const int Precision = 320;

    // Beyond this a radius is kept coarser, so that it costs nothing.
    const int RadiusBits = 64;

    const int Guard = 32;
    const int DoubleBits = 53;
    const int SmallestDouble = -1074;

    public static Ball Zero => new(0, 0, 0);

    public static Ball One => new(1, 0, 0);

    public bool IsExact => Radius.IsZero;

    public bool IsZero => Mid.IsZero && Radius.IsZero;

    public bool HasZero => BigInteger.Abs(Mid) <= Radius;

    /// <summary>The sign where every member has it, else 0.</summary>
    public int Sign => HasZero ? 0 : Mid.Sign;

    /// <summary>The exponent of the middle's leading bit: the middle lies in [2ⁿ, 2ⁿ⁺¹).</summary>
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

    /// <summary>Zero, give or take <c>2^exponent</c>.</summary>
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

    /// <summary>The quotient; the divisor's ball must not hold 0.</summary>
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

    /// <summary>The square root; 0, or a ball of positive members.</summary>
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

    /// <summary>A ball that holds two others.</summary>
    public static Ball Hull(Ball a, Ball b)
    {
        Ball middle = (a + b).Scale(-1), reach = (a - b).Scale(-1);
        Ball first = new(0, a.Radius, a.Exponent), second = new(0, b.Radius, b.Exponent);
        return middle + new Ball(0, BigInteger.Abs(reach.Mid) + reach.Radius, reach.Exponent) + first + second;
    }

    /// <summary>The middle, rounded to double.</summary>
    public double ToDouble()
    {
        if (Mid.IsZero || Magnitude < SmallestDouble - 1)
            return 0;
        // A double's bits, fewer below the normal numbers, then two more and a sticky one round as the whole would, once.
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

    // Newton's iteration from above: ⌊√n⌋.
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
