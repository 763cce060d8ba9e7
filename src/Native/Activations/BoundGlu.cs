using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>A gated linear unit bound to its kernel; the halves of one row follow each other in memory.</summary>
sealed unsafe class BoundGlu<T>(Glu spec, Plan plan) : BoundActivation<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Run(ActivationMemory<T> memory, ReadOnlySpan<nint> shape)
    {
        nint half = Shape.Count(shape[spec.DimensionOf(shape.Length)..]) / 2, count = Shape.Count(shape) / 2;
        for (nint start = 0; start < count; start += half)
            Blocks.Run<double, GluStep<T>>(new(memory, start, half), half, plan);
    }
}
