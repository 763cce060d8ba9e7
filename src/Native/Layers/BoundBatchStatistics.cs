using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Native.Channels;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>The running statistics of all channels (running_mean and running_var).</summary>
sealed unsafe class BoundBatchStatistics<T>(BatchStatistics spec, Plan plan) : BoundLayer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        var layout = ChannelLayout.Of(operands.Input.Lengths);
        int channels = (int)layout.Channels;
        ReadOnlySpan<T> mean = operands["running_mean"].Numbers.Flat(), variance = operands["running_var"].Numbers.Flat();
        var value = new T[2 * channels];
        fixed (T* x = operands.Input.Flat())
        {
            var moments = new ChannelMoments<T>(x, layout, plan);
            for (int channel = 0; channel < channels; channel++)
            {
                value[channel] = Moved(mean[channel], moments.Means[channel]);
                value[channels + channel] = Moved(variance[channel], (Number)moments.Squares[channel] / (layout.Each - 1));
            }
        }
        return new(Tensor.Create(value, shape), Wanted.None<T>());
    }

    T Moved(T running, Number batch) => Real.Of<T>((Number)(1 - spec.Momentum) * Real.Wide(running) + batch * spec.Momentum);
}
