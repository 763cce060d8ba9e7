using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>x where <c>x &gt; 0</c>, else s·x; derivative 1 or s.</summary>
readonly struct LeakyReLUKernel<T>(LeakyReLU spec) : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T slope = Real.Of<T>(spec.NegativeSlope);

    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, T> => V.Select(x > V.All(T.Zero), x, V.All(slope) * x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, T> => V.Select(x > V.All(T.Zero), V.All(T.One), V.All(slope));
}
