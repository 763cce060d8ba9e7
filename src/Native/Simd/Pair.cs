using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>A number held as the unevaluated sum of a large and a small part.</summary>
readonly struct Pair<D>(D high, D low) where D : struct, ILanes<D, double>
{
    public readonly D High = high;
    public readonly D Low = low;

    public D Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => High + Low;
    }

    /// <summary>The sum and its rounding error, exactly.</summary>
    /// <remarks>D. E. Knuth, The Art of Computer Programming, volume 2, 4.2.2.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Sum(D a, D b)
    {
        D sum = a + b, fromB = sum - a;
        return new(sum, a - (sum - fromB) + (b - fromB));
    }

    /// <summary>The sum and its rounding error, where <paramref name="large"/> is the larger in size or zero.</summary>
    /// <remarks>T. J. Dekker, 1971.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> SumOrdered(D large, D small)
    {
        D sum = large + small;
        return new(sum, small - (sum - large));
    }

    /// <summary>The leading 26 bits, whose square is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Top(D a) => a & D.All(BitConverter.UInt64BitsToDouble(0xFFFFFFFFF8000000));

    /// <summary>The product and its rounding error, exactly but for numbers below the normal ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Product(D a, D b)
    {
        D product = a * b;
        return new(product, D.MultiplyAdd(a, b, -product));
    }

    /// <summary>The product of a number and a pair, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Product(D a, Pair<D> b)
    {
        var product = Product(a, b.High);
        // The rounding error of a product is no number of its own where it is below the normal numbers.
        return D.Select(D.Abs(a) > D.All(1e-280), product.High + (product.Low + a * b.Low), product.High);
    }

    /// <summary>The quotient to nearly twice the precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Quotient(Pair<D> above, Pair<D> below)
    {
        D quotient = above.High / below.High;
        D rest = D.MultiplyAdd(-quotient, below.High, above.High);
        return new(quotient, (rest + D.MultiplyAdd(-quotient, below.Low, above.Low)) / below.High);
    }
}
