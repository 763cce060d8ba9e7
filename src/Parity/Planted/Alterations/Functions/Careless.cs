using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes about memory, layout, and what must be refused.</summary>
sealed class Careless(Careless.Way way) : IFunctionChange
{
    int calls;

    public enum Way
    {
        WritesInput,
        Drifts,
        ReadsStrides,
        ValueDiffers,
        AcceptsAll,
        DependsOnLength,
        Refuses,
    }

    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (way == Way.Refuses)
            throw new InvalidOperationException("It cannot be computed.");
        if (way == Way.AcceptsAll)
            return Accepted(spec, right, operands, gradients, cotangent);
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        bool changes = way switch
        {
            Way.Drifts => ++calls % 2 == 0,
            Way.ReadsStrides => !operands.Input.IsDense,
            Way.ValueDiffers => gradients is { Count: 0 },
            Way.DependsOnLength => operands.Input.FlattenedLength > 1,
            _ => false,
        };
        if (way == Way.WritesInput && operands.Input.IsDense && operands.Input.FlattenedLength > 0)
            operands.Input.FlatForWriting()[0] += T.One;
        return changes ? good with
        {
            Value = Tensor.Create(Array.ConvertAll(good.Value.Flat().ToArray(), v => T.BitIncrement(v + T.One)),
            good.Value.Lengths)
        } : good;
    }

    static Evaluation<T> Accepted<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            return right.Evaluate(operands, gradients, cotangent);
        }
        catch (ArgumentException)
        {
            throw new ArgumentException($"{spec.Name} failed.");
        }
    }
}
