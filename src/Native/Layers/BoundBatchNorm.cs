using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Native.Channels;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Batch normalization: one pass per sum over the channels, and one for the results.</summary>
sealed unsafe class BoundBatchNorm<T>(BatchNorm spec, Plan plan) : BoundLayer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        var layout = ChannelLayout.Of(shape);
        double[] scales = Numbers(operands, "weight", layout, 1), shifts = Numbers(operands, "bias", layout, 0);
        T[] value = Fresh.Array<T>(layout.Count);
        nint[] channels = [layout.Channels];
        // An empty batch contributes nothing to the sums.
        if (layout.Count == 0)
            return new(Tensor.Create(value, shape), Wanted.None<T>().With("input", gradients.Contains("input") ? value : null, shape, shape)
                .With("weight", Zeros("weight"), channels, channels).With("bias", Zeros("bias"), channels, channels));
        T[]? byInput = gradients.Contains("input") ? Fresh.Array<T>(layout.Count) : null, byWeight = null, byBias = null;
        fixed (T* x = operands.Input.Flat(), c = cotangent is null ? [] : cotangent.Flat(), v = value, g = byInput)
        {
            var moments = spec.Training ? new ChannelMoments<T>(x, layout, plan) : default;
            double[] means = spec.Training ? moments.Means : Numbers(operands, "running_mean", layout, 0);
            double[] variances = spec.Training ? Array.ConvertAll(moments.Squares, squares => (double)((Number)squares / layout.Each))
                : Numbers(operands, "running_var", layout, 1);
            double[] factors = Array.ConvertAll(variances, variance => (double)((Number)1 / Number.Sqrt((Number)variance + spec.Epsilon)));
            bool together = layout.Together;
            fixed (double* mean = layout.Spread(means), factor = layout.Spread(factors), scale = layout.Spread(scales), shift = layout.Spread(shifts))
            {
                var norm = new ChannelNorm<T>(x, c, new(mean, together), new(factor, together));
                ChannelBlocks.Run(new ChannelNorm<T>.Values(norm, new(scale, together), new(shift, together), v), layout, plan);
                bool back = spec.Training && byInput is not null;
                double[]? byShift = back || gradients.Contains("bias") ? ChannelSums.Run(new ChannelNorm<T>.ByShift(norm), layout, plan) : null;
                double[]? byScale = back
                    || gradients.Contains("weight") ? Times(ChannelSums.Run(new ChannelNorm<T>.ByScale(norm), layout, plan), factors) : null;
                byBias = gradients.Contains("bias") ? Real.Of<T>(byShift!) : null;
                byWeight = gradients.Contains("weight") ? Real.Of<T>(byScale!) : null;
                if (back)
                    fixed (double* average = layout.Spread(Shares(byShift!, scales, layout)), along = layout.Spread(Shares(byScale!, scales, layout)))
                        ChannelBlocks.Run(new ChannelNorm<T>.ByOwnInput(norm, new(scale, together), new(average, together), new(along, together), g),
                            layout, plan);
                else if (byInput is not null)
                    ChannelBlocks.Run(new ChannelNorm<T>.ByInput(norm, new(scale, together), g), layout, plan);
            }
        }
        return new(Tensor.Create(value, shape), Wanted.None<T>().With("input", byInput, shape, shape)
            .With("weight", byWeight, channels, channels).With("bias", byBias, channels, channels));

        T[]? Zeros(string name) => gradients.Contains(name) ? new T[layout.Channels] : null;
    }

    static double[] Times(double[] sums, double[] factors)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] = (Number)sums[i] * factors[i];
        return sums;
    }

    // The parts of the gradient that flow through the mean and the standard deviation.
    static double[] Shares(double[] sums, double[] scales, ChannelLayout layout)
    {
        double[] shares = Fresh.Array<double>(scales.Length);
        for (int i = 0; i < shares.Length; i++)
            shares[i] = (Number)sums[i] * scales[i] / layout.Each;
        return shares;
    }

    static double[] Numbers(Operands<T> operands, string name, ChannelLayout layout, double otherwise)
    {
        if (operands.TryNumbers(name, out Tensor<T>? given))
            return Real.Wide(given.Flat());
        double[] numbers = Fresh.Array<double>(layout.Channels);
        Array.Fill(numbers, otherwise);
        return numbers;
    }
}
