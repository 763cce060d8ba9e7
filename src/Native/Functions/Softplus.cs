using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>log(1 + e^x), as <c>max(x, 0) + log1p(e^−|x|)</c>.</summary>
readonly struct Softplus : IElementary
{
    public static bool IsShort => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(-D.Abs(x), out D far))
            return D.Select(x > D.All(0), x, far);
        D power = Elementary<float>.Exp(-D.Abs(x));
        // A select costs less than D.Max and also propagates NaN.
        return D.Select(x < D.All(0), D.All(0), x) + Logarithm<D>.OfUnit(power);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(-D.Abs(x), out D far))
            return D.Select(x > D.All(0), x, far);
        D zero = D.All(0);
        var powers = Powers<D>.Of(D.Clamp(-D.Abs(x), -746, 0), zero);
        var fraction = powers.Fraction;
        var log = Log1p.Long(new Pair<D>(Powers<D>.Scale(fraction.High, powers.N), Powers<D>.Scale(fraction.Low, powers.N)));
        var sum = Pair<D>.Sum(D.Select(x < zero, zero, x), log.High);
        // Above 40 the logarithm is less than half an ulp; for an infinity the rounding error of the sum would be NaN.
        return D.Select(x > D.All(40), x, sum.High + (sum.Low + log.Low));
    }
}
