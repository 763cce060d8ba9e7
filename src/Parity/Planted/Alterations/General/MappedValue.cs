using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Gives a function of the value, and its gradients by the chain rule where the value is one number.</summary>
/// <param name="map">The function.</param>
/// <param name="derivative">Its derivative.</param>
sealed class MappedValue(Func<double, double> map, Func<double, double> derivative) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        Tensor<T> value = Mapped(good.Value, map);
        if (gradients is { Count: 0 })
            return good with { Value = value };
        double[] weights = cotangent is null
            ? [.. Enumerable.Repeat(1.0, (int)good.Value.FlattenedLength)]
            : [.. cotangent.Flat().ToArray().Select(double.CreateChecked)];
        T[] inner = [.. good.Value.Flat().ToArray().Select((v, i) => T.CreateTruncating(weights[i] * derivative(double.CreateChecked(v))))];
        return new(value, right.Evaluate(operands, gradients, Tensor.Create(inner, good.Value.Lengths)).Gradients);
    }

    static Tensor<T> Mapped<T>(Tensor<T> from, Func<double, double> map) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create(Array.ConvertAll(from.Flat().ToArray(), x => T.CreateTruncating(map(double.CreateChecked(x)))), from.Lengths);
}
