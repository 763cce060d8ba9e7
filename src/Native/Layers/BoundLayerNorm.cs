using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Layer normalisation: row by row.</summary>
sealed class BoundLayerNorm<T>(LayerNorm spec, Plan plan) : BoundLayer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        nint[] last = [.. spec.NormalizedShape];
        int length = checked((int)Shape.Count(last));
        ReadOnlySpan<T> x = operands.Input.Flat(), c = cotangent is null ? [] : cotangent.Flat();
        ReadOnlySpan<T> weight = operands.TryNumbers("weight", out Tensor<T>? w) ? w.Flat() : [], bias = operands.TryNumbers("bias", out Tensor<T>? b) ? b.Flat() : [];
        var value = new T[x.Length];
        T[]? byInput = gradients.Contains("input") ? new T[x.Length] : null;
        var byWeight = new Total[gradients.Contains("weight") ? length : 0];
        var byBias = new Total[gradients.Contains("bias") ? length : 0];
        var row = new Standardising(length, spec.Epsilon, plan);
        for (int start = 0; start < x.Length; start += length)
        {
            for (int i = 0; i < length; i++)
                row.Distances[i] = Real.Wide(x[start + i]);
            row.Start();
            for (int i = 0; i < length; i++)
            {
                double plain = row.Distances[i] * row.Factor, slope = c.IsEmpty ? 1 : Real.Wide(c[start + i]), scale = weight.IsEmpty ? 1 : Real.Wide(weight[i]);
                value[start + i] = Real.Of<T>(plain * scale + (bias.IsEmpty ? 0 : Real.Wide(bias[i])));
                row.Slopes[i] = slope * scale;
                if (byWeight.Length > 0)
                    byWeight[i] += new Total(slope * plain, 0);
                if (byBias.Length > 0)
                    byBias[i] += new Total(slope, 0);
            }
            if (byInput is null)
                continue;
            row.Back();
            for (int i = 0; i < length; i++)
                byInput[start + i] = Real.Of<T>(row.Slopes[i]);
        }
        return new(Tensor.Create(value, shape), Wanted.None<T>().With("input", byInput, shape, shape)
            .With("weight", Rounded(byWeight), last, last).With("bias", Rounded(byBias), last, last));
    }

    static T[]? Rounded(Total[] totals) => totals.Length == 0 ? null : Array.ConvertAll(totals, total => Real.Of<T>(total.Value));
}
