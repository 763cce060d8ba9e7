using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>Elementary functions in <c>double</c>, with the accuracy that results in <typeparamref name="T"/> need.</summary>
static class Elementary<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<F, V>(V x) where F : struct, IElementary where V : struct, ILanes<V, double> =>
        typeof(T) == typeof(float) ? F.Single(x) : F.Double(x);

    /// <summary>e^x, which becomes 0 only far below the range of <c>float</c>, so that it may be multiplied further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) != typeof(float))
            return Functions.Exp.Double(x);
        if (typeof(V) == typeof(Number) && WideFunctions.ExpIsFar(x, out V far))
            return far;
        return ShortPowers<V>.Of(V.Clamp(x, ShortPowers<V>.Zero, 700)).Value;
    }

    /// <summary>log(1 + x) for 0 ≤ x ≤ 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LogOfUnit<V>(V x) where V : struct, ILanes<V, double> =>
        typeof(T) == typeof(float) ? Logarithm<V>.OfUnit(x) : Log1p.Double(x);
}
