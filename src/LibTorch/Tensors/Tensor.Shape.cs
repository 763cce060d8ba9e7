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
                long[] sizes = new long[Shim.TensorDim(Safe)];
                fixed (long* first = sizes)
                    Shim.TensorLayout(Safe, first, null);
                return sizes;
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Shim.TensorDim(Safe);

        /// <summary>The number of dimensions.</summary>
        public long ndim => Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Shim.TensorNumel(Safe);

        /// <summary>The element type.</summary>
        public ScalarType dtype => (ScalarType)Shim.TensorDtype(Safe);

        /// <summary>Where the elements are: always the processor's memory.</summary>
        public Device device => CPU;

        /// <summary>Where the elements are: always the processor's memory.</summary>
        public DeviceType device_type => DeviceType.CPU;

        /// <summary>The number of dimensions.</summary>
        public long dim() => Dimensions;

        /// <summary>The number of elements.</summary>
        public long numel() => NumberOfElements;

        /// <summary>The length of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The length of one dimension; a negative number counts from the end.</summary>
        public long size(int dim) => At(shape, dim);

        /// <summary>How far apart neighbours are in memory, for each dimension, in elements.</summary>
        public long[] stride()
        {
            long[] strides = new long[Shim.TensorDim(Safe)];
            fixed (long* first = strides)
                Shim.TensorLayout(Safe, null, first);
            return strides;
        }

        /// <summary>How far apart neighbours are in memory along one dimension, in elements.</summary>
        public long stride(int dim) => At(stride(), dim);

        /// <summary>Whether the elements lie in memory in order and without gaps.</summary>
        public bool is_contiguous() => Shim.TensorIsContiguous(Safe) != 0;

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => dtype.IsFloatingPoint();

        /// <summary>Whether the elements are integers.</summary>
        public bool is_integral() => dtype.IsIntegral();

        /// <summary>The bytes of one element.</summary>
        public long element_size() => dtype.ElementSize();

        /// <summary>Names element type and shape, and never reads the elements.</summary>
        public override string ToString() => IsInvalid ? "disposed tensor" : $"[{string.Join('x', shape)}], type = {dtype}, device = cpu";

        static long At(long[] values, int dim)
        {
            int index = dim < 0 ? dim + values.Length : dim;
            return index >= 0 && index < values.Length
                ? values[index]
                : throw new ArgumentOutOfRangeException(nameof(dim), $"dim must be a dimension of the tensor: expected {-values.Length} to {values.Length - 1}, got {dim}.");
        }
    }
}
