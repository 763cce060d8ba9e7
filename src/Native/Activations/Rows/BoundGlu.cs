using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>A gated linear unit bound to its kernel; the halves of a long row are processed as contiguous runs.</summary>
sealed unsafe class BoundGlu<T>(Glu spec, Plan plan) : BoundActivation<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    const int LongRun = 64;

    protected override void Run(ActivationBuffers<T> buffers, ReadOnlySpan<nint> shape)
    {
        int dimension = spec.DimensionOf(shape.Length);
        nint half = Shape.Count(shape[dimension..]) / 2, count = Shape.Count(shape) / 2;
        var layout = RowLayout.Along(shape, dimension, plan);
        if (half < LongRun && !layout.Split)
            RowBlocks.Run(new GluRows<T>(buffers), layout, plan);
        else
            for (nint start = 0; start < count; start += half)
                Blocks.Run<double, GluStep<T, T>>(new(buffers, start, half), half, plan);
    }
}
