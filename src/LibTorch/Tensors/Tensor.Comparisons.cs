namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::neg</c>.</summary>
        public static Tensor operator -(Tensor tensor) => Given(tensor).neg();

        /// <summary>Element by element. <c>aten::gt</c>.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => Given(left).gt(right);

        /// <summary>Element by element. <c>aten::gt</c>.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => Given(left).gt(right);

        /// <summary>Element by element. <c>aten::gt</c>.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => Given(right).lt(left);

        /// <summary>Element by element. <c>aten::ge</c>.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => Given(left).ge(right);

        /// <summary>Element by element. <c>aten::ge</c>.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => Given(left).ge(right);

        /// <summary>Element by element. <c>aten::ge</c>.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => Given(right).le(left);

        /// <summary>Element by element. <c>aten::lt</c>.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => Given(left).lt(right);

        /// <summary>Element by element. <c>aten::lt</c>.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => Given(left).lt(right);

        /// <summary>Element by element. <c>aten::lt</c>.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => Given(right).gt(left);

        /// <summary>Element by element. <c>aten::le</c>.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => Given(left).le(right);

        /// <summary>Element by element. <c>aten::le</c>.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => Given(left).le(right);

        /// <summary>Element by element. <c>aten::le</c>.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => Given(right).ge(left);

        /// <summary>Element by element. <c>aten::eq</c>.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => Given(left).eq(right);

        /// <summary>Element by element. <c>aten::eq</c>.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => Given(left).eq(right);

        /// <summary>Element by element. <c>aten::eq</c>.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => Given(right).eq(left);

        /// <summary>Element by element. <c>aten::ne</c>.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => Given(left).ne(right);

        /// <summary>Element by element. <c>aten::ne</c>.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => Given(left).ne(right);

        /// <summary>Element by element. <c>aten::ne</c>.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => Given(right).ne(left);

        /// <summary>Whether it is the same object; <c>==</c> compares elements.</summary>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <summary>The identity of the object.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
