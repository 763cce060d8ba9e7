namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A one-element tensor without dimensions.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>The only element, converted.</summary>
        public static explicit operator bool(Tensor value) => value.ToBoolean();

        /// <summary>A tensor with one dimension.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>A one-element tensor without dimensions.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>The only element, converted.</summary>
        public static explicit operator int(Tensor value) => value.ToInt32();

        /// <summary>A tensor with one dimension.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A one-element tensor without dimensions.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>The only element, converted.</summary>
        public static explicit operator long(Tensor value) => value.ToInt64();

        /// <summary>A tensor with one dimension.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A one-element tensor without dimensions.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>The only element, converted.</summary>
        public static explicit operator float(Tensor value) => value.ToSingle();

        /// <summary>A tensor with one dimension.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A one-element tensor without dimensions.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>The only element, converted.</summary>
        public static explicit operator double(Tensor value) => value.ToDouble();

        /// <summary>A tensor with one dimension.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A one-element tensor without dimensions.</summary>
        public static implicit operator Tensor(Scalar scalar) => full([], scalar, scalar.Type);
    }
}
