using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>v where <c>x ≤ θ</c>, else x; derivative 0 or 1.</summary>
readonly struct ThresholdKernel<T>(Threshold spec) : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T limit = Real.Of<T>(spec.Limit), value = Real.Of<T>(spec.Value);

    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, T> => V.Select(x <= V.All(limit), V.All(value), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, T> => V.Select(x <= V.All(limit), V.All(T.Zero), V.All(T.One));
}
