using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>A leaky ReLU with a given slope per element, or a single slope for all, bound to its kernel.</summary>
sealed unsafe class BoundRReLU<T>(RReLU spec, Plan plan) : BoundActivation<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly bool training = spec.Training;
    readonly LeakyReLUKernel<T> mean = new(new((spec.Lower + spec.Upper) / 2));

    protected override void Run(ActivationBuffers<T> buffers, ReadOnlySpan<nint> shape)
    {
        if (!training)
            BoundElementActivation<T, T, LeakyReLUKernel<T>>.Run(mean, buffers, Shape.Count(shape), plan);
        else
            Blocks.Run<T, RReLUStep<T>>(new(buffers), Shape.Count(shape), plan);
    }
}
