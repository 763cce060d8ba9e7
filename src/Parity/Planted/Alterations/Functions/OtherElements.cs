using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Another formula for each element, in double, with the op's own reduction and the cotangent.</summary>
/// <param name="value">From input and target to the value.</param>
/// <param name="derivative">From input and target to the derivative with respect to the input.</param>
sealed class OtherElements(Func<double, double, double> value, Func<double, double, double> derivative) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        double[] x = Doubles(operands.Input), y = operands.Has("target") ? Doubles(operands["target"].Numbers) : x;
        if (x.Length != y.Length || operands.Has("weight"))
            throw new NotSupportedException("The formula is one of elements without weights and of one shape.");
        double[] values = [.. x.Zip(y, value)];
        bool isWhole = spec is LossSpec { Reduction: not Reduction.None };
        double share = spec is not LossSpec loss ? 1 : loss.Reduction switch
        {
            Reduction.Mean => 1.0 / x.Length,
            Reduction.BatchMean => 1.0 / operands.Input.Lengths[0],
            _ => 1,
        };
        double[] weights = cotangent is null ? [1] : Doubles(cotangent);
        double[] slopes = [.. x.Zip(y, derivative).Select((slope, i) => slope * share * weights[weights.Length == 1 ? 0 : i])];
        return new(Like(isWhole ? [values.Sum() * share] : values, good.Value),
            good.Gradients.GetValueOrDefault("input") is { } own ? good.Gradients.SetItem("input", Like(slopes, own)) : good.Gradients);
    }

    static double[] Doubles<T>(Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T> =>
        Array.ConvertAll(tensor.Flat().ToArray(), double.CreateChecked);

    static Tensor<T> Like<T>(double[] numbers, Tensor<T> shape) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create(Array.ConvertAll(numbers, T.CreateTruncating), shape.Lengths);
}
