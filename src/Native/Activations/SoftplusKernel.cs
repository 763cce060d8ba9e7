using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>ln(1 + e^(βx))/β</c>, and x where βx exceeds the threshold; slope <c>σ(βx)</c> or 1.</summary>
readonly struct SoftplusKernel<T>(ParityNet.Activations.Softplus spec) : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double beta = spec.Beta, threshold = spec.Threshold;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V scaled = x * V.All(beta), zero = V.All(0);
        V log = Elementary<T>.Of<Log1p, V>(Elementary<T>.Exp(-V.Abs(scaled)));
        return V.Select(scaled > V.All(threshold), x, (V.Select(scaled < zero, zero, scaled) + log) / V.All(beta));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Slope<V>(V x) where V : struct, ILanes<V, double>
    {
        V scaled = x * V.All(beta), one = V.All(1), e = Elementary<T>.Exp(-V.Abs(scaled));
        V slope = V.Select(scaled < V.All(0), e, one) / (one + e);
        return V.Select(scaled > V.All(threshold), one, slope);
    }
}
