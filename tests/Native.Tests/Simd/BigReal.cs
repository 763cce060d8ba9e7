using System.Numerics;

namespace ParityNet.Native.Tests.Simd;

/// <summary>A number <c>Mantissa · 2^Exponent</c>: sums are exact, products and quotients keep <see cref="Precision"/> bits.</summary>
readonly record struct BigReal(BigInteger Mantissa, int Exponent)
{
    /// <summary>Enough for the lower tail of the normal distribution as a difference from 1.</summary>
    public const int Precision = 1600;

    public static BigReal Of(double value)
    {
        if (value == 0)
            return new(0, 0);
        long bits = BitConverter.DoubleToInt64Bits(value), fraction = bits & 0xFFFFFFFFFFFFF;
        int power = (int)(bits >> 52) & 0x7FF;
        long size = power == 0 ? fraction : fraction | 1L << 52;
        return new(bits < 0 ? -size : size, Math.Max(power, 1) - 1075);
    }

    public static implicit operator BigReal(int value) => new(value, 0);

    public static BigReal operator +(BigReal a, BigReal b)
    {
        int exponent = Math.Min(a.Exponent, b.Exponent);
        return new((a.Mantissa << (a.Exponent - exponent)) + (b.Mantissa << (b.Exponent - exponent)), exponent);
    }

    public static BigReal operator -(BigReal a) => new(-a.Mantissa, a.Exponent);

    public static BigReal operator -(BigReal a, BigReal b) => a + -b;

    public static BigReal operator *(BigReal a, BigReal b) => new BigReal(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent).Rounded();

    public static BigReal operator /(BigReal a, BigReal b)
    {
        int shift = Math.Max(0, Precision + Bits(b) - Bits(a));
        return new BigReal((a.Mantissa << shift) / b.Mantissa, a.Exponent - shift - b.Exponent).Rounded();
    }

    public bool IsZero => Mantissa.IsZero;

    public bool IsPositive => Mantissa.Sign > 0;

    public bool IsNegative => Mantissa.Sign < 0;

    public BigReal Abs => new(BigInteger.Abs(Mantissa), Exponent);

    /// <summary>k where 2^k ≤ |value| &lt; 2^(k + 1).</summary>
    public int Magnitude => IsZero ? int.MinValue : Bits(this) - 1 + Exponent;

    public BigReal Scaled(int power) => new(Mantissa, Exponent + power);

    /// <summary>To a <c>double</c>, for estimates; cut off, not rounded.</summary>
    public double Estimate
    {
        get
        {
            int drop = Math.Max(0, Bits(this) - 60);
            return Math.ScaleB((double)(Mantissa >> drop), Exponent + drop);
        }
    }

    public BigReal Rounded()
    {
        int drop = Bits(this) - Precision;
        return drop <= 0 ? this : new(Mantissa >> drop, Exponent + drop);
    }

    static int Bits(BigReal a) => (int)BigInteger.Abs(a.Mantissa).GetBitLength();
}
