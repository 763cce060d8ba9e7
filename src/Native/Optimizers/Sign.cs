using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>The sign function: −1, 0 or 1; 0 for NaN, as in libtorch.</summary>
static class Sign<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V x) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero);
        return (V.All(T.One) & (x > zero)) | (V.All(T.NegativeOne) & (x < zero));
    }

    /// <summary>The sign of <c>x = mean·keep + fresh·gradient</c>.</summary>
    /// <remarks>
    /// Underflow of the products can turn x into 0 but never flips its sign: rounding is monotonic. So only x = 0 is recomputed, scaled up.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V x, V mean, V keep, V fresh, V gradient) where V : struct, ILanes<V, T>
    {
        V none = V.Equal(x, V.All(T.Zero));
        return Of(V.AnySet(none)
            ? V.Select(none & (V.Abs(mean) < V.All(T.One)) & (V.Abs(gradient) < V.All(T.One)), Larger(mean, keep, fresh, gradient), x) : x);
    }

    // A call, so that the rare case is not inlined into every loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static V Larger<V>(V mean, V keep, V fresh, V gradient) where V : struct, ILanes<V, T>
    {
        V up = V.All(T.ScaleB(T.One, typeof(T) == typeof(float) ? 100 : 900));
        return mean * up * keep + fresh * (gradient * up);
    }
}
