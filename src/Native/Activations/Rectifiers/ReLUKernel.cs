using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>0 where <c>x ≤ 0</c>, else x; so NaN stays NaN, with derivative 1 as in libtorch.</summary>
readonly struct ReLUKernel<T> : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero);
        return V.Select(x < zero, zero, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero);
        return V.Select(x <= zero, zero, V.All(T.One));
    }
}
