using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>x where <c>|x| &gt; λ</c>, else 0; derivative 1 or 0.</summary>
readonly struct HardshrinkKernel<T>(Hardshrink spec) : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T lambda = Real.Of<T>(spec.Lambda);

    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, T> => V.Select(V.Abs(x) <= V.All(lambda), V.All(T.Zero), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, T> => V.Select(V.Abs(x) <= V.All(lambda), V.All(T.Zero), V.All(T.One));
}
