using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>e^x decomposed as <c>2^N · (1 + High + Low)</c> with <c>|High| ≤ ½ ln 2</c>.</summary>
readonly struct Powers<D>(D n, D high, D low) where D : struct, ILanes<D, double>
{
    /// <summary>Adding and subtracting 1.5 · 2^52 rounds to an integer.</summary>
    const double Rounder = 6755399441055744;

    /// <summary>ln 2 to 32 bits, so that its product with an exponent is exact, and the remainder.</summary>
    const double Ln2High = 0.6931471803691238, Ln2Low = 1.9082149292705877e-10;

    /// <summary>(e^r − 1 − r − ½r²) / r³ as a polynomial in r for |r| ≤ ½ ln 2; relative error of e^r − 1 at most 2^-61.7.</summary>
    static ReadOnlySpan<double> Coefficients =>
    [
        0.16666666666666677, 0.04166666666666669, 0.008333333333321716, 0.0013888888888869983, 0.0001984126988596704,
        2.4801587356403364e-05, 2.7557244328061753e-06, 2.755724536810749e-07, 2.510900677109557e-08, 2.092381368512376e-09,
    ];

    public readonly D N = n;
    public readonly D High = high;
    public readonly D Low = low;

    /// <summary>Decomposes e^(x + small), for x within ±750 or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Powers<D> Of(D x, D small)
    {
        D n = x * 1.4426950408889634 + Rounder - Rounder;
        D near = x - n * Ln2High, far = n * Ln2Low - small;
        D r = near - far, left = near - r - far;
        return new(n, r, r * r * (r * D.Polynomial(r, Coefficients) + 0.5) + (left + left * r));
    }

    /// <summary><c>1 + High + Low</c> in double-double.</summary>
    public Pair<D> Fraction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var one = Pair<D>.SumOrdered(D.All(1), High);
            return Pair<D>.SumOrdered(one.High, one.Low + Low);
        }
    }

    /// <summary><c>(e^x − 1) / 2^N</c> in double-double.</summary>
    public Pair<D> LessOne
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var one = Pair<D>.Sum(D.All(1), -Inverse(N));
            var sum = Pair<D>.SumOrdered(one.High, High);
            return Pair<D>.SumOrdered(sum.High, one.Low + sum.Low + Low);
        }
    }

    /// <summary>2^n for integer n in [−1022, 1023].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Two(D n) => D.ShiftUp(n + (Rounder + 1023), 52);

    /// <summary>2^−n, with n clamped to ±1000: beyond that the result dominates or is negligible all the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Inverse(D n) => Two(-D.Clamp(n, -1000, 1000));

    /// <summary>x · 2^n in two steps, for n where 2^n itself is outside the range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Scale(D x, D n)
    {
        if (WideFunctions.Are(n, out Number power))
            return WideFunctions.Lanes<D>(WideFunctions.Scale(Unsafe.BitCast<D, Number>(x), power.Rounded));
        D half = n * 0.5 + Rounder - Rounder;
        return x * Two(half) * Two(n - half);
    }
}
