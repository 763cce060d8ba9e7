using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Cases;

/// <summary>Makes tensors that are not contiguous in memory.</summary>
static class Strided
{
    /// <summary>A copy of a tensor as a slice of a larger one.</summary>
    /// <remarks>A contiguous read from its first element would return elements outside the slice.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <returns>A strided view of equal shape and elements; the tensor itself where it has fewer than two dimensions or elements.</returns>
    public static Tensor<T> Of<T>(Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Rank < 2 || tensor.FlattenedLength < 2)
            return tensor;
        nint width = tensor.Lengths[^1], rows = tensor.FlattenedLength / width;
        ReadOnlySpan<T> from = tensor.Flat();
        var larger = new T[rows * (width + 2)];
        // NaN between the rows makes a wrong read visible.
        Array.Fill(larger, T.NaN);
        for (int row = 0; row < rows; row++)
            from.Slice(row * (int)width, (int)width).CopyTo(larger.AsSpan(row * ((int)width + 2) + 1));
        nint[] lengths = [.. tensor.Lengths[..^1], width + 2];
        NRange[] ranges = [.. Enumerable.Repeat(NRange.All, tensor.Rank - 1), new NRange(1, 1 + width)];
        return Tensor.Create(larger, lengths).Slice(ranges);
    }
}
