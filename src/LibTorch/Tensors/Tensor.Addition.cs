namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Given(left).add(right);

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Given(left).add(right);

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Given(right).add(left);

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Tensor left, int right) => left + (Scalar)right;

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(int left, Tensor right) => (Scalar)left + right;

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Tensor left, long right) => left + (Scalar)right;

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(long left, Tensor right) => (Scalar)left + right;

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Tensor left, float right) => left + (Scalar)right;

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(float left, Tensor right) => (Scalar)left + right;

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Tensor left, double right) => left + (Scalar)right;

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(double left, Tensor right) => (Scalar)left + right;

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Given(left).sub(right);

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Given(left).sub(right);

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Negated(Given(right), left);

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Tensor left, int right) => left - (Scalar)right;

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(int left, Tensor right) => (Scalar)left - right;

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Tensor left, long right) => left - (Scalar)right;

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(long left, Tensor right) => (Scalar)left - right;

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Tensor left, float right) => left - (Scalar)right;

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(float left, Tensor right) => (Scalar)left - right;

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Tensor left, double right) => left - (Scalar)right;

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(double left, Tensor right) => (Scalar)left - right;
    }
}
