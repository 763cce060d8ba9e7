using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>e^x − 1, accurate near 0.</summary>
readonly struct Expm1 : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(x, out D far))
            return far - 1;
        var powers = ShortPowers<D>.Of(D.Clamp(x, -60, 90));
        D power = powers.Power;
        // Adding power − 1 loses the sign of a zero.
        return D.CopySign(D.MultiplyAdd(power, powers.LessOne, power - 1), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(x, out D far))
            return far - 1;
        var powers = Powers<D>.Of(D.Clamp(x, -60, 710), D.All(0));
        return D.CopySign(Powers<D>.Scale(powers.LessOne.High, powers.N), x);
    }
}
