using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Reads the indices of a target otherwise than they are meant.</summary>
/// <param name="read">From the indices, and the number of classes, to others.</param>
sealed class OtherIndices(Func<long[], int, long[]> read) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!operands["target"].IsIndices)
            return right.Evaluate(operands, gradients, cotangent);
        Tensor<long> target = operands["target"].Indices;
        long[] other = read(target.Flat().ToArray(), (int)operands.Input.Lengths[^1]);
        return right.Evaluate(operands.With("target", Tensor.Create(other, target.Lengths)), gradients, cotangent);
    }
}
