using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Adds features up before it reduces: the mean is over examples alone, and without reduction there is a number an example.</summary>
/// <param name="native">Where to compute the sum.</param>
sealed class RowSums(IBackend native) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        var loss = (LossSpec)spec;
        nint[] shape = [.. operands.Input.Lengths];
        if (shape.Length < 2 || operands.Input.FlattenedLength == 0)
            return good;
        if (loss.Reduction == Reduction.Mean)
            return Mixture.Of((T.One / T.CreateChecked(shape[0]),
                native.Loss<T>(loss with { Reduction = Reduction.Sum }).Evaluate(operands, gradients, cotangent)));
        T[] each = good.Value.Flat().ToArray();
        return loss.Reduction == Reduction.Sum ? good
            : good with
            {
                Value = Tensor.Create([.. each.Chunk(each.Length / (int)shape[0]).Select(row => row.Aggregate((sum, v) => sum + v))],
                [shape[0]])
            };
    }
}
