using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Channels;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>A leaky ReLU with learned slopes, one per channel or one for all, bound to its kernel.</summary>
sealed unsafe class BoundPReLU<T>(PReLU spec, Plan plan) : BoundActivation<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Run(ActivationBuffers<T> buffers, ReadOnlySpan<nint> shape)
    {
        // With a single slope, the whole tensor is a run of one channel.
        ChannelLayout layout = buffers.Weights == 1 ? new(1, 1, Shape.Count(shape)) : ChannelLayout.Of(shape);
        double[] weights = Real.Wide(new ReadOnlySpan<T>(buffers.Weight, buffers.Weights));
        fixed (double* w = layout.Spread(weights))
        {
            var kernel = new PReLUKernel<T>(buffers, new(w, layout.Together));
            ChannelBlocks.Run(kernel, layout, plan);
            if (buffers.ByWeight == null)
                return;
            double[] sums = ChannelSums.Run(kernel, layout, plan);
            for (int channel = 0; channel < sums.Length; channel++)
                buffers.ByWeight[channel] = Real.Of<T>(sums[channel]);
        }
    }
}
