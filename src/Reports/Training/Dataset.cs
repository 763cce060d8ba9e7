using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Reports.Training;

/// <summary>A data set: a row of inputs and a target per example.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Inputs">The inputs, <c>[N, columns]</c>; contiguous.</param>
/// <param name="Targets">Numbers <c>[N, outputs]</c>, or class indices <c>[N]</c>; contiguous.</param>
sealed record Dataset<T>(Tensor<T> Inputs, Operand<T> Targets) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of examples.</summary>
    public int Count => (int)Inputs.Lengths[0];

    /// <summary>Some of the examples, in a given order.</summary>
    /// <param name="rows">Their indices, from 0.</param>
    /// <returns>A copy of those examples.</returns>
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
