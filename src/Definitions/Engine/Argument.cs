using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>An argument of an op in a number system: its shape, and its numbers or class indices, row-major.</summary>
sealed class Argument<R>
    where R : struct, IReal<R>
{
    public Argument(nint[] shape, R[] numbers) => (Shape, Numbers) = (shape, numbers);

    Argument(nint[] shape, long[] indices) => (Shape, Indices) = (shape, indices);

    public nint[] Shape { get; }

    public R[] Numbers { get; } = [];

    public long[]? Indices { get; }

    public int Count => Indices?.Length ?? Numbers.Length;

    /// <summary>An argument of an op whose operand info decides whether integers are class indices.</summary>
    public static Argument<R> Of<T>(OperandInfo info, Operand<T> operand)
        where T : unmanaged, IFloatingPointIeee754<T> => info.IsIndices(operand) ? Of(operand) : Of<T>(operand.Numbers);

    public static Argument<R> Of<T>(Operand<T> operand)
        where T : unmanaged, IFloatingPointIeee754<T> => operand.IsIndices
            ? new(operand.Lengths.ToArray(), operand.Indices.Flat().ToArray())
            : new(operand.Lengths.ToArray(), NumbersOf(operand.Numbers));

    public static R[] NumbersOf<T>(Tensor<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> source = tensor.Flat();
        var numbers = new R[source.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = R.Exact(double.CreateChecked(source[i]));
        return numbers;
    }
}
