using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Another derivative of an elementwise function of one argument, times the cotangent.</summary>
/// <param name="derivative">From the spec and the argument to the derivative.</param>
sealed class OwnDerivative(Func<FunctionSpec, double, double> derivative) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        if (!good.Gradients.TryGetValue("input", out Tensor<T>? gradient))
            return good;
        T[] weights = cotangent is null ? [] : cotangent.Flat().ToArray();
        T[] own = [.. operands.Input.Flat().ToArray().Select((x, i) =>
            T.CreateTruncating(derivative(spec, double.CreateChecked(x))) * (weights.Length > i ? weights[i] : T.One))];
        return good with { Gradients = good.Gradients.SetItem("input", Tensor.Create(own, gradient.Lengths)) };
    }
}
