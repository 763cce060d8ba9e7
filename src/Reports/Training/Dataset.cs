using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Reports.Training;

/// <summary>Examples to learn from: a row of inputs and a target each.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Inputs">The inputs, <c>[N, columns]</c>; dense.</param>
/// <param name="Targets">Numbers <c>[N, outputs]</c>, or class indices <c>[N]</c>; dense.</param>
public sealed record Dataset<T>(Tensor<T> Inputs, Operand<T> Targets) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many examples there are.</summary>
    public int Count => (int)Inputs.Lengths[0];

    /// <summary>Some of the examples, in a given order.</summary>
    /// <param name="rows">Which, as numbers from 0.</param>
    /// <returns>Those examples, in new memory.</returns>
    public Dataset<T> Take(ImmutableArray<int> rows) =>
        new(Rows(Inputs, rows), Targets.IsIndices ? Rows(Targets.Indices, rows) : Rows(Targets.Numbers, rows));

    static Tensor<N> Rows<N>(Tensor<N> from, ImmutableArray<int> rows)
    {
        ReadOnlySpan<N> source = from.Flat();
        int width = from.Lengths[0] == 0 ? 0 : source.Length / (int)from.Lengths[0];
        var data = new N[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
            source.Slice(rows[i] * width, width).CopyTo(data.AsSpan(i * width, width));
        return Tensor.Create(data, [rows.Length, .. from.Lengths[1..]]);
    }
}
