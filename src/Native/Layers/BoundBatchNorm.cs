using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Batch normalisation: channel by channel.</summary>
sealed class BoundBatchNorm<T>(BatchNorm spec, Plan plan) : BoundLayer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        var walk = new ChannelWalk(shape);
        ReadOnlySpan<T> x = operands.Input.Flat(), c = cotangent is null ? [] : cotangent.Flat();
        var value = new T[x.Length];
        T[]? byInput = gradients.Contains("input") ? new T[x.Length] : null;
        T[]? byWeight = gradients.Contains("weight") ? new T[walk.Channels] : null, byBias = gradients.Contains("bias") ? new T[walk.Channels] : null;
        var numbers = new Standardising(walk.Count, spec.Epsilon, plan);
        for (int channel = 0; channel < walk.Channels; channel++)
        {
            walk.Read(x, channel, numbers.Distances);
            if (spec.Training)
                numbers.Start();
            else
                numbers.Start(At(operands, "running_mean", channel, 0), At(operands, "running_var", channel, 1));
            double scale = At(operands, "weight", channel, 1), shift = At(operands, "bias", channel, 0);
            Total sum = default, paired = default;
            for (int i = 0; i < walk.Count; i++)
            {
                int place = walk.Place(channel, i);
                double plain = numbers.Distances[i] * numbers.Factor, slope = c.IsEmpty ? 1 : Real.Wide(c[place]);
                value[place] = Real.Of<T>(plain * scale + shift);
                numbers.Slopes[i] = slope * scale;
                sum += new Total(slope, 0);
                paired += new Total(slope * plain, 0);
            }
            if (byWeight is not null)
                byWeight[channel] = Real.Of<T>(paired.Value);
            if (byBias is not null)
                byBias[channel] = Real.Of<T>(sum.Value);
            if (byInput is null)
                continue;
            if (spec.Training)
                numbers.Back();
            for (int i = 0; i < walk.Count; i++)
                byInput[walk.Place(channel, i)] = Real.Of<T>(spec.Training ? numbers.Slopes[i] : numbers.Slopes[i] * numbers.Factor);
        }
        nint[] channels = [walk.Channels];
        return new(Tensor.Create(value, shape), Wanted.None<T>().With("input", byInput, shape, shape)
            .With("weight", byWeight, channels, channels).With("bias", byBias, channels, channels));
    }

    static double At(Operands<T> operands, string name, int channel, double otherwise) =>
        operands.TryNumbers(name, out Tensor<T>? numbers) ? Real.Wide(numbers.Flat()[channel]) : otherwise;
}
