using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>The error function: a polynomial near 0, elsewhere <c>1 − e^−x² · Q</c>.</summary>
readonly struct Erf : IElementary
{
    public static bool IsShort => false;

    /// <summary>erf(x) / x as a polynomial in x² for |x| ≤ 1; relative error at most 2^-45.6.</summary>
    static ReadOnlySpan<double> ShortCentre =>
    [
        1.1283791670954915, -0.37612638902772316, 0.11283791657587101, -0.02686616895223818, 0.005223966688510009,
        -0.0008547919147705396, 0.00012046013423292024, -1.4792575111325021e-05, 1.5293236143808836e-06,
        -1.043981743983878e-07,
    ];

    /// <summary>erfc(a) · e^a² · (1 + 2a) as a polynomial in (a − 2)/(a + 2) for 1 ≤ a ≤ 4; error of erf at most 2^-40.5.</summary>
    static ReadOnlySpan<double> ShortTail =>
    [
        1.2769783817225195, -0.0927638238751847, -0.16603047564615578, 0.16404978124130687,
        -0.054225083804997055, -0.007990922752939963, 0.009113760528537533, 0.002449723869878422,
    ];

    /// <summary>erf(x) / x − 1 as a polynomial in x² for |x| ≤ ¾; relative error of erf at most 2^-66.6.</summary>
    static ReadOnlySpan<double> Centre =>
    [
        0.1283791670955126, -0.37612638903183754, 0.11283791670955086, -0.026866170645117916, 0.005223977625214685,
        -0.000854832700051437, 0.00012055331513191036, -1.4925588318567498e-05, 1.6460360495433388e-06,
        -1.633292851155406e-07, 1.4411627185940355e-08, -9.495558817160106e-10,
    ];

    /// <summary>
    /// As <see cref="ShortTail"/>, in (a − 3)/(a + 3) for ¾ ≤ a ≤ 6 and without the constant; error of erf at most 2^-65.6.
    /// </summary>
    static ReadOnlySpan<double> Tail =>
    [
        -0.13562110612462494, -0.04756229435511624, 0.12964515868380774, -0.11927366336802374, 0.06830803068140975,
        -0.023770475385678863, 0.0025296537395418737, 0.0018898217922621629, -0.0007764960173349665,
        -9.84419915991498e-05, 0.00013388993574347155, 1.1115810403790933e-05, -2.0436794044831676e-05,
        -5.428562637076252e-06,
    ];

    /// <summary>The derivative of <see cref="Tail"/>; error at most 2^-8.5.</summary>
    static ReadOnlySpan<double> Derivative => [-0.136316447214681, -0.07264105699294918, 0.4223921848002351, -0.7326117672453093];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D one = D.All(1), a = D.Clamp(D.Abs(x), 0, 4), square = a * a;
        // One division yields both quotients.
        D shifted = a + 2, twice = one + a + a, inverse = one / (shifted * twice);
        D far = D.Polynomial((a - 2) * twice * inverse, ShortTail) * (shifted * inverse);
        D outer = one - ShortPowers<D>.Of(-square).Value * far;
        return D.CopySign(D.Select(a < one, a * D.Polynomial(square, ShortCentre), outer), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D a = D.Clamp(D.Abs(x), 0, 6);
        var q = Gauss.Position(a, 3);
        D rise = q.High * D.Polynomial(q.High, Tail) + (q.Low * D.Polynomial(q.High, Derivative) + 6.492439268991246e-17);
        var bell = Gauss.Bell(a, -1);
        D tail = Gauss.Tail(bell.Fraction, a, 1.2530080582697296, rise) * Powers<D>.Two(bell.N);
        return D.CopySign(D.Select(a < D.All(0.75), a + a * D.Polynomial(a * a, Centre), D.All(1) - tail), x);
    }
}
