using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Looks up the weight of a class that is ignored, and fails, where there are weights and smoothing.</summary>
sealed class WeighsIgnored : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        spec is CrossEntropy { LabelSmoothing: > 0 } s && operands.Has("weight") && operands["target"].IsIndices
            && operands["target"].Indices.Flat().Contains(s.IgnoreIndex)
            ? throw new InvalidOperationException($"Index {s.IgnoreIndex} is out of bounds.")
            : right.Evaluate(operands, gradients, cotangent);
}
