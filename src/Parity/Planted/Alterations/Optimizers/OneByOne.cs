using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Adds rows one after another, in their own type: of many rows the last ones are lost.</summary>
/// <param name="native">Where to compute single rows.</param>
sealed class OneByOne(IBackend native) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        if (spec is not CrossEntropy { Reduction: not Reduction.None } loss || operands.Has("weight") || !operands["target"].IsIndices
            || operands["target"].Indices.Flat().Contains(loss.IgnoreIndex))
            return good;
        T sum = T.Zero;
        ReadOnlySpan<T> rows = native.Loss<T>(loss with { Reduction = Reduction.None }).Value(operands).Flat();
        foreach (T row in rows)
            sum += row;
        return good with { Value = Tensor.Create([loss.Reduction == Reduction.Mean ? sum / T.CreateChecked(rows.Length) : sum], good.Value.Lengths) };
    }
}
