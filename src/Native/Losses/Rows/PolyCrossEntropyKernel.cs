using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The poly loss as a term of <see cref="SoftmaxLossRows{T,F}"/>.</summary>
readonly struct PolyCrossEntropyKernel(PolyCrossEntropy spec) : IRowLoss
{
    readonly double epsilon = spec.Epsilon;

    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, SoftmaxLossRows<T, Term<T>>>(buffers, new(new(epsilon))), layout, plan);

    /// <summary><c>f = −ln p + ε(1 − p)</c>, and <c>−f′ = 1 + ε·p</c>.</summary>
    readonly struct Term<T>(double epsilon) : ISoftmaxTerm<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly double epsilon = epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (V Value, V Fall) At<V>(V cost, V p, V rest) where V : struct, ILanes<V, double> =>
            (cost + rest * epsilon, p * epsilon + V.All(1));
    }
}
