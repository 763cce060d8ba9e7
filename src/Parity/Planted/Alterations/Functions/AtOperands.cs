using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Replaces elements of the value, or of one gradient, by what the arguments at the same position say.</summary>
/// <param name="gradient">The argument whose gradient changes; null for the value.</param>
/// <param name="map">From spec, the argument of a name at this position, and the right element to another.</param>
sealed class AtOperands(string? gradient, Func<FunctionSpec, Func<string, double>, double, double> map) : IFunctionChange
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
            [.. from.Flat().ToArray().Select((v, i) => T.CreateTruncating(map(spec, name => At(name, i), double.CreateChecked(v))))], from.Lengths);

        double At(string name, int i)
        {
            ReadOnlySpan<T> all = operands.TryNumbers(name, out Tensor<T>? numbers) ? numbers.Flat() : [];
            return all.IsEmpty ? 0 : double.CreateChecked(all[Math.Min(i, all.Length - 1)]);
        }
    }
}
