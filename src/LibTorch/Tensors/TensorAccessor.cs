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
    public long Count => tensor.numel();

    /// <summary>The elements as a new array.</summary>
    public T[] ToArray()
    {
        T[] all = new T[Count];
        ReadAll(all);
        return all;
    }

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
}
