using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>Converts vectors, matrices and states between the objective's type and double.</summary>
static class Numbers
{
    public static double[] Wide<T>(ReadOnlySpan<T> numbers) where T : unmanaged, IFloatingPointIeee754<T> => Converted<T, double>(numbers);

    public static T[] Narrow<T>(ReadOnlySpan<double> numbers) where T : unmanaged, IFloatingPointIeee754<T> => Converted<double, T>(numbers);

    public static Matrix Wide<T>(T[,] numbers) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var matrix = new Matrix(numbers.GetLength(0), numbers.GetLength(1));
        for (int i = 0; i < matrix.Rows; i++)
            for (int j = 0; j < matrix.Columns; j++)
                matrix[i, j] = double.CreateChecked(numbers[i, j]);
        return matrix;
    }

    /// <summary>The same state in another type; the state itself where the type is the same.</summary>
    public static MinimizerState<B> Converted<A, B>(MinimizerState<A> state)
        where A : unmanaged, IFloatingPointIeee754<A> where B : unmanaged, IFloatingPointIeee754<B> =>
        state as MinimizerState<B> ?? new(
            [.. Converted<A, B>(state.Point.AsSpan())], B.CreateChecked(state.Value), [.. Converted<A, B>(state.Gradient.AsSpan())],
            state.Iteration, state.Evaluations,
            state.Slots.ToImmutableDictionary(slot => slot.Key, slot => Tensor.Create(Converted<A, B>(slot.Value.Flat()), slot.Value.Lengths)))
        {
            Stopped = state.Stopped,
            Explanation = state.Explanation,
            GradientNorm = B.CreateChecked(state.GradientNorm),
            StepLength = B.CreateChecked(state.StepLength),
            Differenced = state.Differenced,
            Multipliers = state.Multipliers is { } m
                ? new([.. Converted<A, B>(m.Inequalities.AsSpan())], [.. Converted<A, B>(m.Equalities.AsSpan())],
                    [.. Converted<A, B>(m.Lower.AsSpan())], [.. Converted<A, B>(m.Upper.AsSpan())])
                : null,
        };

    static B[] Converted<A, B>(ReadOnlySpan<A> numbers)
        where A : unmanaged, IFloatingPointIeee754<A> where B : unmanaged, IFloatingPointIeee754<B>
    {
        var converted = new B[numbers.Length];
        for (int i = 0; i < converted.Length; i++)
            converted[i] = B.CreateChecked(numbers[i]);
        return converted;
    }
}
