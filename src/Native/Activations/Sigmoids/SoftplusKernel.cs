using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>ln(1 + e^(βx))/β</c>, and x where βx exceeds the threshold; derivative <c>σ(βx)</c> or 1.</summary>
readonly struct SoftplusKernel<T>(ParityNet.Activations.Softplus spec) : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    // With a threshold of 0 the sign of βx decides, which is lost where the product underflows.
    readonly double beta = spec.Beta, threshold = spec.Threshold, side = spec.Threshold == 0 ? Math.Sign(spec.Beta) : spec.Beta;

    public static bool Shares => typeof(T) == typeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V scaled = x * V.All(beta);
        return Value(x, typeof(T) == typeof(float) ? Short(scaled, Elementary<T>.Exp(-V.Abs(scaled))) : Functions.Softplus.Double(scaled));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        V scaled = x * V.All(beta);
        return Derivative(
            x, typeof(T) == typeof(float) ? ShortDerivative(scaled, Elementary<T>.Exp(-V.Abs(scaled))) : Functions.Sigmoid.Double(scaled));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Activated<V> Both<V>(V x) where V : struct, ILanes<V, double>
    {
        V scaled = x * V.All(beta), e = Elementary<T>.Exp(-V.Abs(scaled));
        return new(Value(x, Short(scaled, e)), Derivative(x, ShortDerivative(scaled, e)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V Value<V>(V x, V value) where V : struct, ILanes<V, double> => V.Select(x * V.All(side) > V.All(threshold), x, value / V.All(beta));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V Derivative<V>(V x, V derivative) where V : struct, ILanes<V, double> => V.Select(x * V.All(side) > V.All(threshold), V.All(1), derivative);

    /// <param name="x">The scaled argument.</param>
    /// <param name="e">e^−|x|.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Short<V>(V x, V e) where V : struct, ILanes<V, double> => V.Select(x < V.All(0), V.All(0), x) + Elementary<T>.LogOfUnit(e);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V ShortDerivative<V>(V x, V e) where V : struct, ILanes<V, double> => V.Select(x < V.All(0), e, V.All(1)) / (V.All(1) + e);
}
