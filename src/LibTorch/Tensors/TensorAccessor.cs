using System.Collections;
using TorchSharp.Interop;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in row-major order, whatever their order in memory is.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    readonly torch.Tensor tensor;

    internal TensorAccessor(torch.Tensor tensor) => this.tensor = tensor;

    /// <summary>The number of elements.</summary>
    public long Count => tensor.NumberOfElements;

    /// <summary>One element by its row-major position, or by one index a dimension.</summary>
    public T this[params long[] indices]
    {
        get
        {
            T value = *At(indices);
            GC.KeepAlive(tensor);
            return value;
        }

        set
        {
            *At(indices) = value;
            GC.KeepAlive(tensor);
        }
    }

    /// <summary>The elements as a new array.</summary>
    public T[] ToArray()
    {
        T[] all = new T[Count];
        ReadAll(all);
        return all;
    }

    /// <summary>Copies elements out until the tensor ends or <paramref name="array"/> is full.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements out until the tensor ends or <paramref name="array"/> is full.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Span<T> target = array[arrayIndex..];
        if (tensorIndex == 0 && target.Length >= Count)
        {
            ReadAll(target[..(int)Count]);
            return;
        }

        ReadOnlySpan<T> rest = ToArray().AsSpan((int)tensorIndex);
        rest[..int.Min(rest.Length, target.Length)].CopyTo(target);
    }

    /// <summary>Overwrites elements until the tensor or <paramref name="array"/> ends.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Overwrites elements until the tensor or <paramref name="array"/> ends.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ReadOnlySpan<T> source = array[arrayIndex..];
        if (tensorIndex == 0 && source.Length >= Count)
        {
            Write(source[..(int)Count]);
            return;
        }

        T[] all = ToArray();
        Span<T> rest = all.AsSpan((int)tensorIndex);
        source[..int.Min(rest.Length, source.Length)].CopyTo(rest);
        Write(all);
    }

    /// <summary>Goes through a copy of the elements.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to give back; here because TorchSharp's accessors have it.</summary>
    public void Dispose()
    {
    }

    internal void ReadAll(Span<T> target)
    {
        fixed (T* first = target)
            Shim.Check(Shim.TensorCopyTo(tensor.Safe, first, (long)target.Length * sizeof(T)));
    }

    void Write(ReadOnlySpan<T> source)
    {
        fixed (T* first = source)
            Shim.Check(Shim.TensorCopyFrom(tensor.Safe, first, (long)source.Length * sizeof(T)));
    }

    T* At(long[] indices)
    {
        long[] shape = tensor.shape, strides = tensor.stride();
        if (indices.Length != 1 && indices.Length != shape.Length)
            throw new ArgumentException($"an element has one index, or one a dimension: expected 1 or {shape.Length}, got {indices.Length}.");
        long[] index = indices.Length == shape.Length ? indices : Unravelled(indices[0], shape);
        long offset = 0;
        for (int i = 0; i < shape.Length; i++)
            offset += index[i] >= 0 && index[i] < shape[i]
                ? index[i] * strides[i]
                : throw new IndexOutOfRangeException($"index {i} must lie inside the tensor: expected 0 to {shape[i] - 1}, got {index[i]}.");
        void* data;
        Shim.Check(Shim.TensorData(tensor.Safe, &data));
        return (T*)data + offset;
    }

    static long[] Unravelled(long linear, long[] shape)
    {
        long[] index = new long[shape.Length];
        long rest = linear;
        for (int i = shape.Length - 1; i > 0; i--)
            (rest, index[i]) = Math.DivRem(rest, shape[i]);
        if (shape.Length > 0)
            index[0] = rest;
        else if (linear != 0)
            throw new IndexOutOfRangeException($"the index into a single element must be 0, got {linear}.");
        return index;
    }
}
