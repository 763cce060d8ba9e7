using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Takes a function of each number of an argument for the argument.</summary>
/// <param name="name">The argument.</param>
/// <param name="map">The function.</param>
/// <param name="derivative">Its derivative, which the gradient is multiplied by; null where the gradient is that by the mapped argument.</param>
sealed class MappedArgument(string name, Func<double, double> map, Func<double, double>? derivative = null) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!operands.Has(name) || operands[name].IsIndices)
            throw new NotSupportedException($"{name} must be given as numbers.");
        Tensor<T> given = operands[name].Numbers;
        Evaluation<T> result = right.Evaluate(operands.With(name, Mapped(given, map)), gradients, cotangent);
        if (derivative is null || !result.Gradients.TryGetValue(name, out Tensor<T>? gradient))
            return result;
        T[] inner = Mapped(given, derivative).Flat().ToArray();
        return result with
        {
            Gradients = result.Gradients.SetItem(name, Tensor.Create([.. gradient.Flat().ToArray().Zip(inner, (g, d) => g * d)], gradient.Lengths)),
        };
    }

    static Tensor<T> Mapped<T>(Tensor<T> from, Func<double, double> map) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create(Array.ConvertAll(from.Flat().ToArray(), x => T.CreateTruncating(map(double.CreateChecked(x)))), from.Lengths);
}
