using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>The chance that a standard normal variable is at most x; the lower tail keeps its relative accuracy.</summary>
readonly struct NormalCdf : IElementary
{
    /// <summary>(Φ(x) − ½) / x over x² where |x| ≤ 1, off by at most 2^-42.5 of itself.</summary>
    static ReadOnlySpan<double> ShortCentre =>
    [
        0.39894228040137214, -0.06649038005925932, 0.009973556850873108, -0.0011873269483848265,
        0.0001154297136793102, -9.433996357783312e-06, 6.531974075095875e-07, -3.3090832423453066e-08,
    ];

    /// <summary>Φ(−a) · e^½a² · (1 + 2a) over (a − 3)/(a + 3) where 1 ≤ a ≤ 14.5, off by at most 2^-38.7 of itself.</summary>
    static ReadOnlySpan<double> ShortTail =>
    [
        0.8505976384871153, 0.01334909621860519, -0.15608931114168942, 0.1365412361951572, -0.051592553369694275,
        -0.0005842950651630015, 0.007009703599057271, -0.00036433804067066055, -0.0011731907344645685,
        -2.9759834120713676e-05, 0.0002281470321694709, 3.600017005538371e-05, -4.37830412787191e-05,
    ];

    /// <summary>As <see cref="ShortCentre"/> where |x| ≤ 0.7 and without the constant, off by at most 2^-65.6.</summary>
    static ReadOnlySpan<double> Centre =>
    [
        -0.06649038006690544, 0.009973557010035619, -0.0011873282154753126, 0.00011543468754807614, -9.444655741129033e-06,
        6.659669450318295e-07, -4.121974310070824e-08, 2.261415766910689e-09, -1.011708627831397e-10,
    ];

    /// <summary>As <see cref="ShortTail"/>, over (a − 5)/(a + 5) where 0.7 ≤ a ≤ 38.75 and without the constant, off by at most 2^-59.2.</summary>
    static ReadOnlySpan<double> Tail =>
    [
        -0.03964700840400591, -0.054008075034077355, 0.10088858203456726, -0.10065743821672059, 0.07248782697558641,
        -0.03933220135673241, 0.015422845685512792, -0.0035716954176847667, -0.00011869360476606357, 0.00042509573518952363,
        -0.00010817661773765163, -2.6436548295864232e-05, 1.9389927599012013e-05, 5.344374565096456e-07, -2.8579315754968323e-06,
        1.7814617508803736e-07, 4.299963981041308e-07, -4.056946981798023e-08, -6.465654033689337e-08, 4.507621560645522e-09,
        7.004655870526692e-09,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        D zero = D.All(0), one = D.All(1), half = D.All(0.5), a = D.Clamp(D.Abs(x), 0, 14.5), square = a * a;
        D far = D.Polynomial((a - D.All(3)) / (a + D.All(3)), ShortTail) / (one + a + a);
        D tail = ShortPowers<D>.Of(-half * square).Value * far;
        return D.Select(a < one, half + x * D.Polynomial(square, ShortCentre), D.Select(x < zero, tail, one - tail));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        D one = D.All(1), a = D.Clamp(D.Abs(x), 0, 38.75), q = (a - D.All(5)) / (a + D.All(5));
        var bell = Gauss.Bell(a, -0.5);
        D fraction = Gauss.Tail(bell.Fraction, a, 0.8461123547250693, -3.815499581815978e-17, q * D.Polynomial(q, Tail));
        D tail = Powers<D>.Scale(fraction, bell.N), square = a * a;
        var rise = Pair<D>.Product(x, D.All(0.3989422804014327));
        var middle = Pair<D>.SumOrdered(D.All(0.5), rise.High);
        D centre = middle.High + (middle.Low + (rise.Low + x * (D.All(-2.4930526463091896e-17) + square * D.Polynomial(square, Centre))));
        return D.Select(a < D.All(0.7), centre, D.Select(x < D.All(0), tail, one - tail));
    }
}
