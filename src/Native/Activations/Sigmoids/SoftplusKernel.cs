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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V scaled = x * V.All(beta), zero = V.All(0);
        V value = typeof(T) == typeof(float)
            ? V.Select(scaled < zero, zero, scaled) + Log1p.Short(Elementary<T>.Exp(-V.Abs(scaled)))
            : Functions.Softplus.Double(scaled);
        return V.Select(x * V.All(side) > V.All(threshold), x, value / V.All(beta));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        V scaled = x * V.All(beta), one = V.All(1);
        return V.Select(x * V.All(side) > V.All(threshold), one, typeof(T) == typeof(float) ? Short(scaled) : Functions.Sigmoid.Double(scaled));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Short<V>(V x) where V : struct, ILanes<V, double>
    {
        V one = V.All(1), e = Elementary<T>.Exp(-V.Abs(x));
        return V.Select(x < V.All(0), e, one) / (one + e);
    }
}
