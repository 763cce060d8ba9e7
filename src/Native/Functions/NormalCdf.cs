using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>
/// Φ(x), the cumulative distribution function of the standard normal distribution; the lower tail keeps its relative accuracy.
/// </summary>
readonly struct NormalCdf : IElementary
{
    public static bool IsShort => false;

    /// <summary>(Φ(x) − ½) / x as a polynomial in x² for |x| ≤ 1; relative error at most 2^-42.5.</summary>
    static ReadOnlySpan<double> ShortCentre =>
    [
        0.39894228040137214, -0.06649038005925932, 0.009973556850873108, -0.0011873269483848265,
        0.0001154297136793102, -9.433996357783312e-06, 6.531974075095875e-07, -3.3090832423453066e-08,
    ];

    /// <summary>Φ(−a) · e^½a² · (1 + 2a) as a polynomial in (a − 3)/(a + 3) for 1 ≤ a ≤ 14.5; relative error at most 2^-40.5.</summary>
    static ReadOnlySpan<double> ShortTail =>
    [
        0.8505976384886267, 0.013349096217533099, -0.15608931153667369, 0.13654123629659945, -0.051592536664613935,
        -0.0005843011081284141, 0.007009443497179777, -0.0003641979714942443,
    ];

    /// <summary>The higher coefficients of <see cref="ShortTail"/>; separate, because the JIT does not unroll a longer loop.</summary>
    static ReadOnlySpan<double> ShortTailEnd =>
    [
        -0.00117134133880735, -3.1102600747084065e-05, 0.00022201626707881345, 4.154256748983806e-05,
        -3.6075425202483624e-05, -8.199371865670539e-06,
    ];

    /// <summary>As <see cref="ShortCentre"/>, for |x| ≤ 0.7 and without the constant; error at most 2^-73.2.</summary>
    static ReadOnlySpan<double> Centre =>
    [
        -0.06649038006690544, 0.009973557010035815, -0.0011873282154804077, 0.0001154346876153944,
        -9.444656252266069e-06, 6.659693086692473e-07, -4.1226510138023726e-08, 2.2731267261194605e-09,
        -1.1239397432573581e-10, 4.572052310146072e-12,
    ];

    /// <summary>
    /// As <see cref="ShortTail"/>, in (a − 5)/(a + 5) for 0.7 ≤ a ≤ 38.75 and without the constant; error at most 2^-60.2.
    /// </summary>
    static ReadOnlySpan<double> Tail =>
    [
        -0.039647008404005896, -0.05400807503407761, 0.10088858203456522, -0.10065743821670219, 0.07248782697566614,
        -0.03933220135724723, 0.015422845684086835, -0.0035716954103284303, -0.00011869359078734646,
        0.0004250956740527964, -0.00010817669990989552, -2.643623230919743e-05, 1.939022973055702e-05,
        5.333906632827782e-07, -2.8586317621530536e-06, 1.8037029037443363e-07, 4.309897213280786e-07,
        -4.349994779785356e-08, -6.544414205028076e-08, 6.687299587848812e-09, 7.2719696645681056e-09,
        -6.994795412391261e-10,
    ];

    /// <summary>The derivative of <see cref="Tail"/>; error at most 2^-5.6.</summary>
    static ReadOnlySpan<double> Derivative => [-0.05787944919012544, -0.06876106677780158, 0.5457750192145226, -0.6080144833759769];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D zero = D.All(0), one = D.All(1), half = D.All(0.5), a = D.Clamp(D.Abs(x), 0, 14.5), square = a * a;
        // One division yields both quotients.
        D shifted = a + 3, twice = one + a + a, inverse = one / (shifted * twice);
        D q = (a - 3) * twice * inverse, fourth = q * q * (q * q);
        D far = D.MultiplyAdd(fourth * fourth, D.Polynomial(q, ShortTailEnd), D.Polynomial(q, ShortTail)) * (shifted * inverse);
        D tail = ShortPowers<D>.Of(-half * square).Value * far;
        return D.Select(a < one, half + x * D.Polynomial(square, ShortCentre), D.Select(x < zero, tail, one - tail));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D a = D.Clamp(D.Abs(x), 0, 38.75);
        var q = Gauss.Position(a, 5);
        D climb = q.High * D.Polynomial(q.High, Tail) + (q.Low * D.Polynomial(q.High, Derivative) - 3.75729948837892e-17);
        var bell = Gauss.Bell(a, -0.5);
        D fraction = Gauss.Tail(bell.Fraction, a, 0.8461123547250693, climb);
        D tail = Powers<D>.Scale(fraction, bell.N), square = a * a;
        var rise = Pair<D>.Product(x, D.All(0.3989422804014327));
        var middle = Pair<D>.SumOrdered(D.All(0.5), rise.High);
        D centre = middle.High + (middle.Low + (rise.Low + x * (D.All(-2.4923308879401666e-17) + square * D.Polynomial(square, Centre))));
        return D.Select(a < D.All(0.7), centre, D.Select(x < D.All(0), tail, D.All(1) - tail));
    }
}
