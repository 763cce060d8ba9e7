using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>A double-double number: the unevaluated sum of a high and a low part.</summary>
readonly struct Pair<D>(D high, D low) where D : struct, ILanes<D, double>
{
    public readonly D High = high;
    public readonly D Low = low;

    public D Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => High + Low;
    }

    /// <summary>TwoSum: the sum and its rounding error, exactly.</summary>
    /// <remarks>D. E. Knuth, The Art of Computer Programming, volume 2, 4.2.2.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Sum(D a, D b)
    {
        D sum = a + b, fromB = sum - a;
        return new(sum, a - (sum - fromB) + (b - fromB));
    }

    /// <summary>FastTwoSum: the sum and its rounding error, where <paramref name="large"/> is the larger in magnitude or zero.</summary>
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

    /// <summary>TwoProduct: the product and its rounding error, exactly unless the error underflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Product(D a, D b)
    {
        D product = a * b;
        return new(product, D.MultiplyAdd(a, b, -product));
    }

    /// <summary>The product of a number and a pair, rounded to a single number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Product(D a, Pair<D> b)
    {
        var product = Product(a, b.High);
        // The rounding error of a product is not representable where it underflows.
        return D.Select(D.Abs(a) > D.All(1e-280), product.High + (product.Low + a * b.Low), product.High);
    }

    /// <summary>The quotient to nearly twice the precision with one division; the reciprocal of the denominator must be normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Ratio(Pair<D> above, Pair<D> below)
    {
        D inverse = D.All(1) / below.High, quotient = above.High * inverse;
        D rest = D.MultiplyAdd(-quotient, below.High, above.High);
        return new(quotient, (rest + D.MultiplyAdd(-quotient, below.Low, above.Low)) * inverse);
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
