using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>The error function: a polynomial below 1, beyond it <c>1 − e^−x² · Q</c>.</summary>
readonly struct Erf : IElementary
{
    /// <summary>erf(x) / x over x² where |x| ≤ 1, off by at most 2^-40.1 of itself.</summary>
    static ReadOnlySpan<double> ShortCentre =>
    [
        1.1283791670945802, -0.3761263888841472, 0.11283791283167482, -0.02686613120868332, 0.005223775530397501,
        -0.0008542468463106164, 0.00011954556258088309, -1.3896963916736306e-05, 1.0558341236732232e-06,
    ];

    /// <summary>erfc(a) · e^a² · (1 + 2a) over (a − 2)/(a + 2) where 1 ≤ a ≤ 4; erf is off by at most 2^-40.5.</summary>
    static ReadOnlySpan<double> ShortTail =>
    [
        1.2769783817225195, -0.0927638238751847, -0.16603047564615578, 0.16404978124130687,
        -0.054225083804997055, -0.007990922752939963, 0.009113760528537533, 0.002449723869878422,
    ];

    /// <summary>erf(x) / x − 1 over x² where |x| ≤ 1; erf is off by at most 2^-62.7 of itself.</summary>
    static ReadOnlySpan<double> Centre =>
    [
        0.1283791670955126, -0.3761263890318375, 0.11283791670954856, -0.026866170645072397, 0.0052239776247756465,
        -0.0008548326978423318, 0.00012055331024638187, -1.4925593198285884e-05, 1.6460967659554394e-06,
        -1.6349968511560234e-07, 1.4657485677052853e-08, -1.1364096579687535e-09, 5.942534656422471e-11,
    ];

    /// <summary>As <see cref="ShortTail"/>, over (a − 3)/(a + 3) where 1 ≤ a ≤ 6 and without the constant; erf is off by at most 2^-64.4.</summary>
    static ReadOnlySpan<double> Tail =>
    [
        -0.13562110612462988, -0.04756229435731963, 0.12964515863315398, -0.11927366372397392, 0.06830803279254949,
        -0.023770416500891033, 0.0025301751084533483, 0.00189253221969841, -0.0007672283054580997,
        -7.692376723830557e-05, 0.0001676276175868514, 4.5407223707592856e-05,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        D one = D.All(1), a = D.Clamp(D.Abs(x), 0, 4), square = a * a;
        D far = D.Polynomial((a - D.All(2)) / (a + D.All(2)), ShortTail) / (one + a + a);
        D outer = one - ShortPowers<D>.Of(-square).Value * far;
        return D.CopySign(D.Select(a < one, a * D.Polynomial(square, ShortCentre), outer), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        D one = D.All(1), a = D.Clamp(D.Abs(x), 0, 6), q = (a - D.All(3)) / (a + D.All(3));
        var bell = Gauss.Bell(a, -1);
        D tail = Gauss.Tail(bell.Fraction, a, 1.2530080582697307, 0, q * D.Polynomial(q, Tail)) * Powers<D>.Two(bell.N);
        return D.CopySign(D.Select(a < one, a + a * D.Polynomial(a * a, Centre), one - tail), x);
    }
}
