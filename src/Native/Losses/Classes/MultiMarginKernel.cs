using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The multi-class hinge loss; see <see cref="MultiMarginRows{T}"/> for the arithmetic.</summary>
readonly struct MultiMarginKernel(MultiMargin spec) : IClassKernel
{
    readonly MultiMargin spec = spec;

    public bool EmptyMeanIsZero => true;

    public void Run<T>(ClassBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new MultiMarginRows<T>(buffers, spec), layout, plan);
}
