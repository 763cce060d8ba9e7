using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Nonnegative numbers <c>fraction·2^exponent</c>, so that products of many probabilities do not underflow.</summary>
readonly struct Scaled<V>(V fraction, V exponent) where V : struct, ILanes<V, double>
{
    /// <summary>The exponent of 0: below that of any product.</summary>
    const double Lowest = -1e15;

    /// <summary>With exponents further apart than this, the smaller term of a sum is lost.</summary>
    const double Apart = -1000;

    const ulong Mantissa = 0x000FFFFFFFFFFFFF, One = 0x3FF0000000000000;

    public readonly V Fraction = fraction, Exponent = exponent;

    public static Scaled<V> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(V.All(0), V.All(Lowest));
    }

    /// <summary>The number with a fraction from 1 to 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scaled<V> Normal(V fraction, V exponent)
    {
        V zero = V.All(0), none = V.Equal(fraction, zero);
        V own = (V.ShiftDown(fraction, 52) | V.All(4503599627370496)) - (4503599627370496.0 + 1023);
        V unit = (fraction & Bits(Mantissa)) | Bits(One);
        return new(V.Select(none, zero, unit), V.Select(none, V.All(Lowest), exponent + own));
    }

    /// <summary>The fraction over another, larger exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Under(V exponent)
    {
        V less = Exponent - exponent, apart = V.All(Apart);
        return Fraction * Powers<V>.Two(V.Select(less < apart, apart, less));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Larger(V a, V b) => V.Select(a < b, b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Bits(ulong bits) => V.All(BitConverter.UInt64BitsToDouble(bits));
}
