using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>e^x decomposed as <c>2^N · (1 + LessOne)</c>, with the accuracy that <c>float</c> results need.</summary>
readonly struct ShortPowers<D>(D n, D lessOne) where D : struct, ILanes<D, double>
{
    const double Rounder = 6755399441055744;

    /// <summary>(e^r − 1) / r as a polynomial in r for |r| ≤ ½ ln 2; relative error at most 2^-37.69.</summary>
    static ReadOnlySpan<double> Coefficients =>
    [
        0.9999999999955336, 0.500000000012115, 0.1666666678603155, 0.04166666594962307,
        0.008333283580215291, 0.0013888978332016722, 0.0001990755737568006, 2.4801692906123817e-05,
    ];

    public readonly D N = n;

    /// <summary>e^r − 1, with a relative error of at most 2^-37.6.</summary>
    public readonly D LessOne = lessOne;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortPowers<D> Of(D x)
    {
        D n = D.MultiplyAdd(x, D.All(1.4426950408889634), D.All(Rounder)) - Rounder;
        D r = D.MultiplyAdd(n, D.All(-0.6931471805599453), x);
        return new(n, r * D.Polynomial(r, Coefficients));
    }

    /// <summary>e^x, for x within ±700 or NaN.</summary>
    public D Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            D power = Powers<D>.Two(N);
            return D.MultiplyAdd(power, LessOne, power);
        }
    }
}
