using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;

namespace ParityNet.Parity.Planted;

/// <summary>Takes an activation of an argument for the argument.</summary>
/// <param name="name">The argument.</param>
/// <param name="activation">The activation.</param>
/// <param name="chained">Whether the gradient is that by the argument itself; else it is that by the activation of it.</param>
sealed class Through(string name, ActivationSpec activation, bool chained) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!operands.Has(name) || operands[name].IsIndices)
            throw new NotSupportedException($"{name} must be given as numbers.");
        IActivation<T> function = new DefinitionBackend().Activation<T>(activation);
        Operands<T> inner = Operands<T>.Of(operands[name].Numbers.Copy());
        Evaluation<T> result = right.Evaluate(operands.With(name, function.Value(inner)), gradients, cotangent);
        return chained && result.Gradients.TryGetValue(name, out Tensor<T>? gradient)
            ? result with { Gradients = result.Gradients.SetItem(name, function.Evaluate(inner, ["input"], gradient).Gradients["input"]) }
            : result;
    }
}
