using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>clamp(x + 3, 0, 6)/6</c>; derivative 1/6 between −3 and 3, else 0.</summary>
readonly struct HardsigmoidKernel<T> : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, T> => V.Clamp(x + Real.Of<T>(3), T.Zero, Real.Of<T>(6)) / V.All(Real.Of<T>(6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, T> => (V.Abs(x) < V.All(Real.Of<T>(3))) & V.All(Real.Of<T>(1 / 6.0));
}
