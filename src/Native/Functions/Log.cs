using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

readonly struct Log : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double> =>
        typeof(D) == typeof(Number)
            && WideFunctions.IsFar(x, out Number far) ? WideFunctions.Lanes<D>(WideFunctions.Log(far))
            : Logarithm<D>.Ends(x, Logarithm<D>.Of(x).Short);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number) && WideFunctions.IsFar(x, out Number far))
            return WideFunctions.Lanes<D>(WideFunctions.Log(far));
        D subnormal = x < D.All(2.2250738585072014e-308);
        var parts = Logarithm<D>.Of(D.Select(subnormal, x * D.All(18014398509481984), x));
        var log = new Logarithm<D>(D.Select(subnormal, parts.N - D.All(54), parts.N), parts.F).Long(D.All(0));
        return Logarithm<D>.Ends(x, log.Value);
    }
}
