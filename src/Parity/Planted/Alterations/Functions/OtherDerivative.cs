using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>The right value with the derivatives of another loss.</summary>
/// <param name="native">Where to compute the other loss.</param>
/// <param name="other">The other loss.</param>
sealed class OtherDerivative(IBackend native, Func<LossSpec, LossSpec> other) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        return gradients is { Count: 0 } ? good : good with
        {
            Gradients = native.Loss<T>(other((LossSpec)spec)).Evaluate(operands, gradients,
            cotangent).Gradients
        };
    }
}
