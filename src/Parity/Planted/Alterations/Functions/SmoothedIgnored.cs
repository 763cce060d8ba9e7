using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>The uniform part of smoothing counts rows that are ignored: in the sum, and where the mean divides.</summary>
/// <param name="native">Where to compute both parts.</param>
sealed class SmoothedIgnored(IBackend native) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        if (spec is not CrossEntropy { LabelSmoothing: > 0 } s || !operands["target"].IsIndices || operands.Has("weight"))
            return good;
        Tensor<long> target = operands["target"].Indices;
        Tensor<long> all = Tensor.Create(Array.ConvertAll(target.Flat().ToArray(), label => label == s.IgnoreIndex ? 0 : label), target.Lengths);
        Evaluation<T> ofClass = native.Loss<T>(s with { LabelSmoothing = 0 }).Evaluate(operands, gradients, cotangent);
        Evaluation<T> ofAll = native.Loss<T>(s with { LabelSmoothing = 1, IgnoreIndex = -100 }).Evaluate(operands.With("target", all), gradients,
            cotangent);
        return Mixture.Of((T.CreateTruncating(1 - s.LabelSmoothing), ofClass), (T.CreateTruncating(s.LabelSmoothing), ofAll));
    }
}
