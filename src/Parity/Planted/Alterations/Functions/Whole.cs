using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Replaces the value, or one gradient, as a whole by what all arguments say.</summary>
/// <param name="gradient">The argument whose gradient changes; null for the value.</param>
/// <param name="map">From spec, the numbers of an argument (none where it is absent), the input's shape and the right numbers to others.</param>
sealed class Whole(string? gradient, Func<FunctionSpec, Func<string, double[]>, nint[], double[], IEnumerable<double>> map) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        if (gradient is null)
            return good with { Value = Mapped(good.Value) };
        return good.Gradients.TryGetValue(gradient, out Tensor<T>? derivatives)
            ? good with { Gradients = good.Gradients.SetItem(gradient, Mapped(derivatives)) } : good;

        Tensor<T> Mapped(Tensor<T> from) => Tensor.Create(
            [.. map(spec, Numbers, operands.Input.Lengths.ToArray(), Doubles(from)).Select(T.CreateTruncating)], from.Lengths);

        double[] Numbers(string name) => operands.TryNumbers(name, out Tensor<T>? numbers) ? Doubles(numbers) : [];
    }

    static double[] Doubles<T>(Tensor<T> from) where T : unmanaged, IFloatingPointIeee754<T> =>
        Array.ConvertAll(from.Flat().ToArray(), double.CreateChecked);
}
