using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Hands fewer or other arguments to the right function.</summary>
sealed class OtherArguments(string dropped) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T> => right.Evaluate(
            operands.Names.Where(name => name != dropped).Aggregate(Operands<T>.None, (all, name) => all.With(name, operands[name])),
            gradients, dropped == "cotangent" ? null : cotangent);
}
