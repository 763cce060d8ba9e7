using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>A number decomposed as <c>2^N · (1 + F)</c> with <c>1 + F</c> between √½ and √2, and its logarithm.</summary>
readonly struct Logarithm<D>(D n, D f) where D : struct, ILanes<D, double>
{
    const double Ln2High = 0.6931471803691238, Ln2Low = 1.9082149292705877e-10;
    const ulong RootHalf = 0x3FE6A09E667F3BCD, One = 0x3FF0000000000000;

    /// <summary>(2 artanh s / s − 2) / s² as a polynomial in s² for |s| ≤ 3 − 2√2; relative error of 2 artanh s at most 2^-37.59.</summary>
    static ReadOnlySpan<double> ShortCoefficients => [0.6666666564478705, 0.4000033558515038, 0.2853727310851873, 0.2358297184297146];

    /// <summary>As <see cref="ShortCoefficients"/>, with an error of at most 2^-66.7.</summary>
    static ReadOnlySpan<double> Coefficients =>
    [
        0.6666666666666666, 0.4000000000000625, 0.28571428569083424, 0.22222222647389506,
        0.1818177560567998, 0.153870937757242, 0.13250043036092274, 0.13252063473514875,
    ];

    public readonly D N = n;
    public readonly D F = f;

    /// <summary>Decomposes a positive normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Logarithm<D> Of(D x)
    {
        D moved = D.AddBits(x, Bits(One - RootHalf));
        D n = (D.ShiftDown(moved, 52) | D.All(4503599627370496)) - (4503599627370496.0 + 1023);
        return new(n, D.AddBits(moved & Bits(0x000FFFFFFFFFFFFF), Bits(RootHalf)) - 1);
    }

    /// <summary>The logarithm, with a relative error of at most 2^-37.5.</summary>
    public D Short
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            D s = F / (F + 2), z = s * s;
            return D.MultiplyAdd(N, D.All(0.6931471805599453), D.MultiplyAdd(s * z, D.Polynomial(z, ShortCoefficients), s + s));
        }
    }

    /// <summary>The logarithm of <c>2^N · (1 + F + small)</c> in double-double.</summary>
    /// <remarks>
    /// <c>log(1 + f) = f − ½f² + s(½f² + s²P(s²))</c> with <c>s = f/(2 + f)</c>, as in Sun's fdlibm; here ½f² and the sums are in
    /// double-double.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<D> Long(D small)
    {
        D s = F / (F + 2), z = s * s;
        D top = Pair<D>.Top(F);
        D square = top * top * 0.5, squareRest = (F - top) * (F + top) * 0.5;
        D bend = s * (square + squareRest + z * D.Polynomial(z, Coefficients)) - squareRest;
        var near = Pair<D>.SumOrdered(F, -square);
        var sum = Pair<D>.SumOrdered(N * Ln2High, near.High);
        return new(sum.High, sum.Low + (near.Low + (bend + (N * Ln2Low + (small - small * F)))));
    }

    /// <summary>The special cases: −∞ at 0, NaN below 0, x itself at ∞ and NaN; else <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Ends(D x, D value)
    {
        D zero = D.All(0), infinity = D.All(double.PositiveInfinity);
        D beyond = D.Select(D.Equal(x, zero), -infinity, D.Select(x < zero, D.All(double.NaN), x));
        return D.Select((x > zero) & (x < infinity), value, beyond);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static D Bits(ulong bits) => D.All(BitConverter.UInt64BitsToDouble(bits));
}
