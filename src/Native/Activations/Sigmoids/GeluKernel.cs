using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>x·Φ(x)</c>; derivative <c>Φ(x) + x·φ(x)</c>.</summary>
readonly struct GeluKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => typeof(T) == typeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double> => x * Cdf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double> => Cdf(x) + x * Beyond(-V.Abs(x), Elementary<T>.Of<NormalPdf, V>(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Cdf<V>(V x) where V : struct, ILanes<V, double> => Beyond(x, typeof(T) == typeof(float) ? NormalCdf.Single(x) : LongCdf(x));

    // A separate method, because the JIT limits how much it inlines into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static V LongCdf<V>(V x) where V : struct, ILanes<V, double> => NormalCdf.Double(x);

    /// <summary>0 where the result underflows; the tail functions are clamped there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Beyond<V>(V x, V value) where V : struct, ILanes<V, double> =>
        V.Select(x < V.All(typeof(T) == typeof(float) ? -14.5 : -38.6), V.All(0), value);
}
