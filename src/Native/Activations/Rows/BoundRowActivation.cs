using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>An activation along one dimension, bound to its kernel.</summary>
/// <param name="spec">The activation.</param>
/// <param name="kernel">Creates the kernel over given buffers.</param>
/// <param name="plan">The vector width and thread count.</param>
sealed class BoundRowActivation<T, K>(RowActivation spec, Func<ActivationBuffers<T>, K> kernel, Plan plan) : BoundActivation<T>(spec)
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IRowKernel
{
    protected override void Run(ActivationBuffers<T> buffers, ReadOnlySpan<nint> shape) =>
        RowBlocks.Run(kernel(buffers), RowLayout.Along(shape, spec.DimensionOf(shape.Length), plan), plan);
}
