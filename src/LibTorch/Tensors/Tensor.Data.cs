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
            if (NumberOfElements != 1)
                throw new ArgumentException($"item needs exactly one element: expected 1, got {NumberOfElements}.");
            Span<T> one = stackalloc T[1];
            data<T>().ReadAll(one);
            return one[0];
        }

        /// <summary>Another reference to the same tensor: same elements, same graph, same gradient.</summary>
        public unsafe Tensor alias()
        {
            nint result;
            Shim.Check(Shim.TensorAlias(Safe, &result));
            return new Tensor(result);
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

        /// <summary>Converted to <see cref="ScalarType.Float32"/>.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>Converted to <see cref="ScalarType.Float64"/>.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>Converted to <see cref="ScalarType.Int64"/>.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>Converted to <see cref="ScalarType.Bool"/>.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>The tensor in the processor's memory, where it is already.</summary>
        public Tensor cpu() => alias();
    }
}
