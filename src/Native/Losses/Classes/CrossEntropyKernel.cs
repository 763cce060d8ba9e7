using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Cross-entropy; see <see cref="CrossEntropyRows{T}"/> for the arithmetic.</summary>
readonly struct CrossEntropyKernel(CrossEntropy spec) : IClassKernel
{
    readonly double smoothing = spec.LabelSmoothing;

    public long Ignored { get; } = spec.IgnoreIndex;

    public bool WeighsMean => true;

    public LogBase Base { get; } = spec.Base;

    public void Run<T>(ClassBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new CrossEntropyRows<T>(buffers, smoothing), layout, plan);
}
