using System.Numerics;
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
            _ => throw ElementType<T>(),
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

    public static void RequireElementType<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw ElementType<T>();
    }

    static NotSupportedException ElementType<T>() =>
        new($"The element type must be one that the torch backend has: expected Single or Double, got {typeof(T).Name}.");
}
