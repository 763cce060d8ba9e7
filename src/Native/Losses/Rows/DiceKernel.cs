using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The Dice loss: the Tversky loss with α = β = ½; see <see cref="OverlapRows{T}"/> for the arithmetic.</summary>
readonly struct DiceKernel(Dice spec) : IRowLoss
{
    readonly double smooth = spec.Smooth;

    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, OverlapRows<T>>(buffers, new(0.5, 0.5, smooth)), layout, plan);
}
