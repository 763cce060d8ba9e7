using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements, to be read and written from .NET.</summary>
        /// <typeparam name="T">The .NET type of <see cref="dtype"/>, exactly.</typeparam>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is another type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => ElementTypes.Of<T>() == dtype
                ? new TensorAccessor<T>(this)
                : throw new ArgumentException($"T must be the element type of the tensor: expected {dtype}, got {typeof(T).Name}.");

        /// <summary>The only element.</summary>
        /// <typeparam name="T">The .NET type of <see cref="dtype"/>, exactly.</typeparam>
        /// <exception cref="ArgumentException">The tensor has not exactly one element, or <typeparamref name="T"/> is another type.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
                throw new ArgumentException($"item needs exactly one element: expected 1, got {numel()}.");
            Span<T> one = stackalloc T[1];
            data<T>().ReadAll(one);
            return one[0];
        }

        /// <summary>The tensor itself, when it has the element type already, else a converted copy.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Tensor result = Aten.to_dtype.Call(this, type, non_blocking, copy);
            if (disposeAfter)
                Dispose();
            return result;
        }

        /// <summary>The tensor itself, when it has the element type already, else a converted copy.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);
    }
}
