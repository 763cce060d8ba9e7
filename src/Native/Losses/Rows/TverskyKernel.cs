using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The Tversky loss; see <see cref="OverlapRows{T}"/> for the arithmetic.</summary>
readonly struct TverskyKernel(Tversky spec) : IRowLoss
{
    readonly double alpha = spec.Alpha, beta = spec.Beta, smooth = spec.Smooth;

    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, OverlapRows<T>>(buffers, new(alpha, beta, smooth)), layout, plan);
}
