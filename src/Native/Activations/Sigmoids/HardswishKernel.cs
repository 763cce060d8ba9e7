using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>
/// <c>x·clamp(x + 3, 0, 6)/6</c>, and x itself from 3 on; derivative 0 up to −3, 1 from 3 on, and between them <c>(2x + 3)/6</c>.
/// </summary>
readonly struct HardswishKernel<T> : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, T>
    {
        V three = V.All(Real.Of<T>(3)), shifted = x + three, zero = V.All(T.Zero);
        return V.Select(x < three, x * V.Select(shifted < zero, zero, shifted) / V.All(Real.Of<T>(6)), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, T>
    {
        V three = V.All(Real.Of<T>(3)), line = (x + x + three) / V.All(Real.Of<T>(6));
        return V.Select(x <= -three, V.All(T.Zero), V.Select(x < three, line, V.All(T.One)));
    }
}
