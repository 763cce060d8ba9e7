using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The length of each dimension.</summary>
        public long[] shape
        {
            get
            {
                long[] sizes = new long[dim()];
                fixed (long* first = sizes)
                    Shim.TensorSizes(Safe, first);
                return sizes;
            }
        }

        /// <summary>The element type.</summary>
        public ScalarType dtype => (ScalarType)Shim.TensorDtype(Safe);

        /// <summary>The number of dimensions.</summary>
        public long dim() => Shim.TensorDim(Safe);

        /// <summary>The number of elements.</summary>
        public long numel() => Shim.TensorNumel(Safe);

        /// <summary>The length of one dimension; a negative number counts from the end.</summary>
        public long size(int dim)
        {
            long[] values = shape;
            int index = dim < 0 ? dim + values.Length : dim;
            return index >= 0 && index < values.Length
                ? values[index]
                : throw new ArgumentOutOfRangeException(nameof(dim), $"dim must be a dimension of the tensor: expected {-values.Length} to {values.Length - 1}, got {dim}.");
        }

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => dtype.IsFloatingPoint();

        /// <summary>Names element type and shape, and never reads the elements.</summary>
        public override string ToString() => IsInvalid ? "disposed tensor" : $"[{string.Join('x', shape)}], type = {dtype}, device = cpu";
    }
}
