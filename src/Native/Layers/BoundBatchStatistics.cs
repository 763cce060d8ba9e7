using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Running statistics: channel by channel.</summary>
sealed class BoundBatchStatistics<T>(BatchStatistics spec, Plan plan) : BoundLayer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        var walk = new ChannelWalk(operands.Input.Lengths);
        ReadOnlySpan<T> x = operands.Input.Flat(), mean = operands["running_mean"].Numbers.Flat(), variance = operands["running_var"].Numbers.Flat();
        var value = new T[2 * walk.Channels];
        var numbers = new Standardising(walk.Count, 0, plan);
        for (int channel = 0; channel < walk.Channels; channel++)
        {
            walk.Read(x, channel, numbers.Distances);
            numbers.Start();
            value[channel] = Moved(mean[channel], numbers.Mean);
            value[walk.Channels + channel] = Moved(variance[channel], numbers.Squares / (walk.Count - 1));
        }
        return new(Tensor.Create(value, shape), Wanted.None<T>());
    }

    T Moved(T running, double batch) => Real.Of<T>((1 - spec.Momentum) * Real.Wide(running) + spec.Momentum * batch);
}
