using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>0 where <c>|x| ≤ λ</c>, else x moved by λ towards 0; derivative 0 or 1.</summary>
readonly struct SoftshrinkKernel<T>(Softshrink spec) : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T lambda = Real.Of<T>(spec.Lambda);

    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, T>
    {
        V size = V.Abs(x), most = V.All(lambda);
        return V.Select(size <= most, V.All(T.Zero), x - V.CopySign(most, x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, T> => V.Select(V.Abs(x) <= V.All(lambda), V.All(T.Zero), V.All(T.One));
}
