using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Never finds that shapes do not fit: it reads an argument over and over until there are enough numbers.</summary>
sealed class FitsAll : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            return right.Evaluate(operands, gradients, cotangent);
        }
        catch (ArgumentException) when (spec.Operands.All(info => operands.TryNumbers(info.Name, out Tensor<T>? numbers)
            && numbers.FlattenedLength > 0))
        {
            int count = (int)operands.Input.FlattenedLength;
            foreach (OperandInfo info in spec.Operands)
            {
                T[] given = operands[info.Name].Numbers.Flat().ToArray();
                operands = operands.With(info.Name, Tensor.Create([.. Enumerable.Range(0, count).Select(i => given[i % given.Length])],
                    operands.Input.Lengths));
            }
            return right.Evaluate(operands, gradients, cotangent);
        }
    }
}
