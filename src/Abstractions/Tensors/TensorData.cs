using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace ParityNet;

/// <summary>Flat, row-major access to tensors of any layout, and broadcasting.</summary>
public static class TensorData
{
    /// <summary>The elements in row-major order: the tensor's own memory where it is dense, else a copy.</summary>
    /// <remarks>A strided slice is copied: reading its memory from the first element would read the wrong numbers.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">A tensor of any layout.</param>
    /// <returns>The elements; not to be written to.</returns>
    public static ReadOnlySpan<T> Flat<T>(this Tensor<T> tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.FlattenedLength == 0)
            return [];
        if (tensor.IsDense)
        {
            // For a slice, the tensor's own reference is to the first element of the underlying memory, and its span's to its own first
            // element.
            return MemoryMarshal.CreateReadOnlySpan(in tensor.AsReadOnlyTensorSpan().GetPinnableReference(), checked((int)tensor.FlattenedLength));
        }
        var copy = new T[tensor.FlattenedLength];
        tensor.FlattenTo(copy);
        return copy;
    }

    /// <summary>The contiguous memory of a dense tensor, for writing.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">A dense tensor.</param>
    /// <returns>Its elements in row-major order.</returns>
    /// <exception cref="ArgumentException">The tensor is not dense.</exception>
    public static Span<T> FlatForWriting<T>(this Tensor<T> tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.FlattenedLength == 0)
            return [];
        return tensor.IsDense
            ? MemoryMarshal.CreateSpan(ref tensor.AsTensorSpan().GetPinnableReference(), checked((int)tensor.FlattenedLength))
            : throw new ArgumentException($"{nameof(tensor)} must be dense: expected contiguous memory, got strides {Shape.Text(tensor.Strides)}.");
    }

    /// <summary>A dense copy that shares no memory with the tensor.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">A tensor of any layout.</param>
    /// <returns>A new tensor of the same shape and elements.</returns>
    public static Tensor<T> Copy<T>(this Tensor<T> tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Tensor.Create(tensor.Flat().ToArray(), tensor.Lengths);
    }

    /// <summary>The elements of the tensor broadcast to a wider shape.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">A tensor whose shape broadcasts to <paramref name="shape"/>.</param>
    /// <param name="shape">The shape to broadcast to.</param>
    /// <returns>The elements of the wider shape, row-major: the tensor's own memory where nothing repeats.</returns>
    public static ReadOnlySpan<T> FlatBroadcast<T>(this Tensor<T> tensor, ReadOnlySpan<nint> shape)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.FlatBroadcast(tensor.Lengths, shape);
    }

    /// <summary>The elements of the tensor, reshaped and then broadcast to a wider shape.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">A tensor.</param>
    /// <param name="aligned">The shape to reshape to: with as many elements, and it broadcasts to <paramref name="shape"/>.</param>
    /// <param name="shape">The shape to broadcast to.</param>
    /// <returns>The elements of the wider shape, row-major: the tensor's own memory where nothing repeats.</returns>
    public static ReadOnlySpan<T> FlatBroadcast<T>(this Tensor<T> tensor, ReadOnlySpan<nint> aligned, ReadOnlySpan<nint> shape)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ReadOnlySpan<T> source = tensor.Flat();
        if (aligned.SequenceEqual(shape) || (source.Length == Shape.Count(shape) && source.Length == 1))
            return source;
        var result = new T[Shape.Count(shape)];
        var walk = new BroadcastWalk(aligned, shape);
        for (int i = 0; i < result.Length; i++)
            result[i] = source[walk.Next()];
        return result;
    }

    /// <summary>Sums the elements of a broadcast shape over the dimensions along which they were repeated.</summary>
    /// <remarks>
    /// This is the gradient of <see cref="FlatBroadcast{T}(Tensor{T}, ReadOnlySpan{nint})"/>. Terms are accumulated in double precision in
    /// row-major order.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="wide">The elements of the wide shape, row-major.</param>
    /// <param name="from">The wide shape.</param>
    /// <param name="to">The shape to reduce to; it broadcasts to <paramref name="from"/>.</param>
    /// <returns>A tensor of shape <paramref name="to"/>.</returns>
    public static Tensor<T> SumTo<T>(ReadOnlySpan<T> wide, ReadOnlySpan<nint> from, ReadOnlySpan<nint> to)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (from.SequenceEqual(to))
            return Tensor.Create(wide.ToArray(), to);
        // Compensated summation keeps the rounding error independent of how often an element was repeated.
        var sums = new double[Shape.Count(to)];
        var lost = new double[sums.Length];
        var walk = new BroadcastWalk(to, from);
        foreach (T term in wide)
        {
            int at = walk.Next();
            double x = double.CreateChecked(term), sum = sums[at] + x;
            double error = Math.Abs(sums[at]) >= Math.Abs(x) ? sums[at] - sum + x : x - sum + sums[at];
            lost[at] += double.IsFinite(error) ? error : 0;
            sums[at] = sum;
        }
        var result = new T[sums.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = T.CreateTruncating(sums[i] + lost[i]);
        return Tensor.Create(result, to);
    }
}
