namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::neg</c>.</summary>
        public static Tensor operator -(Tensor tensor) => Given(tensor).neg();

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Given(left).add(right);

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Given(left).add(right);

        /// <summary><c>aten::add</c>.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Given(right).add(left);

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Given(left).sub(right);

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Given(left).sub(right);

        /// <summary><c>aten::sub</c>.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Negated(Given(right), left);

        /// <summary><c>aten::mul</c>.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Given(left).mul(right);

        /// <summary><c>aten::mul</c>.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Given(left).mul(right);

        /// <summary><c>aten::mul</c>.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Given(right).mul(left);

        /// <summary><c>aten::div</c>.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Given(left).div(right);

        /// <summary><c>aten::div</c>.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Given(left).div(right);

        /// <summary><c>aten::div</c>.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Inverted(Given(right), left);

        // As Python's torch and TorchSharp do it: a reciprocal and a product, rounded twice.
        static Tensor Inverted(Tensor divisor, Scalar dividend)
        {
            using Tensor reciprocal = divisor.reciprocal();
            return reciprocal.mul(dividend);
        }

        static Tensor Negated(Tensor subtrahend, Scalar minuend)
        {
            using Tensor negated = subtrahend.neg();
            return negated.add(minuend);
        }
    }
}
