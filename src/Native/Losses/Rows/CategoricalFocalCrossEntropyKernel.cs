using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The focal loss as a term of <see cref="SoftmaxLossRows{T,F}"/>.</summary>
readonly struct CategoricalFocalCrossEntropyKernel(CategoricalFocalCrossEntropy spec) : IRowLoss
{
    readonly double alpha = spec.Alpha, gamma = spec.Gamma;

    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, SoftmaxLossRows<T, Term<T>>>(buffers, new(new(alpha, gamma))), layout, plan);

    /// <summary><c>f = −α(1 − p)^γ ln p</c>, and <c>−f′ = α(1 − p)^γ − αγ(1 − p)^(γ−1)·p ln p</c>.</summary>
    readonly struct Term<T>(double alpha, double gamma) : ISoftmaxTerm<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly double alpha = alpha, gamma = gamma;
        readonly RealPower<T> power = new(gamma), steeper = new(gamma - 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (V Value, V Fall) At<V>(V cost, V p, V rest) where V : struct, ILanes<V, double>
        {
            V factor = V.All(alpha), weight = power.Of(rest);
            V value = factor * (weight * cost), zero = V.All(0);
            // For γ < 1 the power (1 − p)^(γ−1) is infinite at p = 1, but the logarithm vanishes faster.
            V steep = V.Select(V.Equal(cost, zero), zero, V.All(gamma) * steeper.Of(rest) * (p * cost));
            return (value, gamma == 0 ? factor : factor * weight + factor * steep);
        }
    }
}
