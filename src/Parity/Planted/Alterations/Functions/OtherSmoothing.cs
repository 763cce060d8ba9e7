using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Shares the target otherwise between the class and all classes.</summary>
/// <param name="native">Where to compute both parts.</param>
/// <param name="shares">From ε and the number of classes to the weights of the class and of the mean over all.</param>
/// <param name="derivatives">Whether the derivatives have the mistake too.</param>
sealed class OtherSmoothing(IBackend native, Func<double, int, (double Class, double All)> shares, bool derivatives = true) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        if (spec is not CrossEntropy { LabelSmoothing: > 0 } s || !operands["target"].IsIndices)
            return good;
        Evaluation<T> Part(double smoothing) => native.Loss<T>(s with { LabelSmoothing = smoothing }).Evaluate(operands, gradients, cotangent);
        (double ofClass, double ofAll) = shares(s.LabelSmoothing, (int)operands.Input.Lengths[ClassLoss.ClassDimension(operands.Input.Lengths)]);
        Evaluation<T> mixed = Mixture.Of((T.CreateTruncating(ofClass), Part(0)), (T.CreateTruncating(ofAll), Part(1)));
        return derivatives ? mixed : good with { Value = mixed.Value };
    }
}
