using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Weighted sums of what a function gives.</summary>
static class Mixture
{
    public static Evaluation<T> Of<T>(params (T Weight, Evaluation<T> Result)[] all) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(Sum(all.Select(one => (one.Weight, one.Result.Value))),
            all[0].Result.Gradients.SetItems(all[0].Result.Gradients.Keys.Select(name =>
                KeyValuePair.Create(name, Sum(all.Select(one => (one.Weight, one.Result.Gradients[name])))))));

    public static Tensor<T> Sum<T>(IEnumerable<(T Weight, Tensor<T> Of)> terms) where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T Weight, Tensor<T> Of)[] all = [.. terms];
        var sum = new T[all[0].Of.FlattenedLength];
        foreach ((T weight, Tensor<T> of) in all)
            for (int i = 0; i < sum.Length; i++)
                sum[i] += weight * of.Flat()[i];
        return Tensor.Create(sum, all[0].Of.Lengths);
    }
}
