using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Counts rows of the ignored class as if they were of class 0.</summary>
sealed class IgnoredLeak : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        long ignored = spec is CrossEntropy c ? c.IgnoreIndex : ((NegativeLogLikelihood)spec).IgnoreIndex;
        if (!operands["target"].IsIndices)
            return good;
        int leaks = operands["target"].Indices.Flat().ToArray().Count(label => label == ignored);
        return good with
        {
            Value = Tensor.Create(Array.ConvertAll(good.Value.Flat().ToArray(), v => v + T.CreateChecked(leaks)),
            good.Value.Lengths)
        };
    }
}
