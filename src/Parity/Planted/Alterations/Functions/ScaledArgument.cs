using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Takes one argument of numbers twice as large.</summary>
sealed class ScaledArgument(string name) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!operands.Has(name) || operands[name].IsIndices)
            return right.Evaluate(operands, gradients, cotangent);
        Tensor<T> given = operands[name].Numbers;
        return right.Evaluate(operands.With(name, Tensor.Create(Array.ConvertAll(given.Flat().ToArray(), v => v + v), given.Lengths)), gradients,
            cotangent);
    }
}
