using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Replaces value and derivative of elements, where the right function is computed without reduction.</summary>
/// <param name="value">From spec, input, target and the right value to another.</param>
/// <param name="derivative">From spec, input, target and the right derivative to another.</param>
sealed class Elements(Func<FunctionSpec, double, double, double, double>? value = null, Func<FunctionSpec, double, double, double,
    double>? derivative = null)
    : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        T[] x = operands.Input.Flat().ToArray();
        T[] y = operands.Has("target") && !operands["target"].IsIndices ? operands["target"].Numbers.Flat().ToArray() : x;
        Tensor<T> Mapped(Tensor<T> from, Func<FunctionSpec, double, double, double, double> map) => Tensor.Create(
            [.. from.Flat().ToArray().Select((v, i) => T.CreateTruncating(map(spec, At(x, i), At(y, i), double.CreateChecked(v))))], from.Lengths);
        return new(value is null ? good.Value : Mapped(good.Value, value), derivative is null ? good.Gradients
            : good.Gradients.SetItems(good.Gradients.Where(g => g.Key == "input").Select(g =>
                KeyValuePair.Create(g.Key, Mapped(g.Value, derivative)))));
    }

    static double At<T>(T[] all, int i) where T : unmanaged, IFloatingPointIeee754<T> => all.Length == 0 ? 0
        : double.CreateChecked(all[Math.Min(i, all.Length - 1)]);
}
