using System.Numerics.Tensors;

namespace ParityNet.Torch;

/// <summary>Copies numbers into libtorch and back. Nothing is shared: neither side can change the other's memory.</summary>
static class Exchange
{
    public static Tensor ToTorch<T>(this Tensor<T> tensor) where T : unmanaged
    {
        long[] shape = [.. tensor.Lengths.ToArray().Select(length => (long)length)];
        return tensor.Flat().ToArray() switch
        {
            float[] numbers => torch.tensor(numbers, shape),
            double[] numbers => torch.tensor(numbers, shape),
            long[] indices => torch.tensor(indices, shape),
            _ => throw new NotSupportedException(
                $"{nameof(tensor)} must hold elements that libtorch has: expected Single, Double or Int64, got {typeof(T).Name}."),
        };
    }

    public static Tensor<T> ToTensor<T>(this Tensor tensor, ReadOnlySpan<nint> shape) where T : unmanaged
    {
        var numbers = new T[Shape.Count(shape)];
        tensor.CopyTo<T>(numbers);
        return System.Numerics.Tensors.Tensor.Create(numbers, shape);
    }

    public static void CopyTo<T>(this Tensor tensor, Span<T> numbers) where T : unmanaged
    {
        if (numbers.IsEmpty)
            return;
        using Tensor dense = tensor.detach().contiguous();
        dense.data<T>().CopyTo(numbers);
    }
}
