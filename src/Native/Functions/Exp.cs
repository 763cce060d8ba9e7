using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

readonly struct Exp : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double> =>
        typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(x, out D far) ? far : ShortPowers<D>.Of(D.Clamp(x, -110, 90)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(x, out D far))
            return far;
        var powers = Powers<D>.Of(D.Clamp(x, -746, 710), D.All(0));
        return Powers<D>.Scale(powers.Fraction.High, powers.N);
    }
}
