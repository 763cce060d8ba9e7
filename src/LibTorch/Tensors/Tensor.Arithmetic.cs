using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::add.Tensor</c>.</summary>
        public Tensor add(Tensor target) => Aten.add_Tensor.Call(this, target);

        /// <summary><c>aten::add.Tensor</c>.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.add_Tensor.Call(this, target, alpha);

        /// <summary><c>aten::add.Scalar</c>.</summary>
        public Tensor add(Scalar scalar) => Aten.add_Scalar.Call(this, scalar);

        /// <summary><c>aten::sub.Tensor</c>.</summary>
        public Tensor sub(Tensor target) => Aten.sub_Tensor.Call(this, target);

        /// <summary><c>aten::sub.Scalar</c>.</summary>
        public Tensor sub(Scalar target) => Aten.sub_Scalar.Call(this, target);

        /// <summary><c>aten::mul.Tensor</c>.</summary>
        public Tensor mul(Tensor target) => Aten.mul_Tensor.Call(this, target);

        /// <summary><c>aten::mul.Scalar</c>.</summary>
        public Tensor mul(Scalar target) => Aten.mul_Scalar.Call(this, target);

        /// <summary><c>aten::div.Tensor</c>.</summary>
        public Tensor div(Tensor target) => Aten.div_Tensor.Call(this, target);

        /// <summary><c>aten::div.Scalar</c>.</summary>
        public Tensor div(Scalar target) => Aten.div_Scalar.Call(this, target);

        /// <summary><c>aten::pow.Tensor_Scalar</c>.</summary>
        public Tensor pow(Scalar exponent) => Aten.pow_Tensor_Scalar.Call(this, exponent);

        /// <summary><c>aten::addcmul</c>.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcmul.Call(this, tensor1, tensor2, value);

        /// <summary><c>aten::addcdiv</c>.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcdiv.Call(this, tensor1, tensor2, value);

        /// <summary><c>aten::clamp</c>.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);

        /// <summary><c>aten::clamp_max</c>.</summary>
        public Tensor clamp_max(Scalar max) => Aten.clamp_max.Call(this, max);

        /// <summary><c>aten::clamp_min</c>.</summary>
        public Tensor clamp_min(Scalar min) => Aten.clamp_min.Call(this, min);

        /// <summary><c>aten::maximum</c>.</summary>
        public Tensor maximum(Tensor other) => Aten.maximum.Call(this, other);

        /// <summary><c>aten::minimum</c>.</summary>
        public Tensor minimum(Tensor other) => Aten.minimum.Call(this, other);

        /// <summary><c>aten::matmul</c>.</summary>
        public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);

        /// <summary><c>aten::mm</c>.</summary>
        public Tensor mm(Tensor target) => Aten.mm.Call(this, target);

        /// <summary><c>aten::masked_fill.Scalar</c>.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.masked_fill_Scalar.Call(this, mask, value);

        /// <summary><c>aten::eq.Scalar</c>.</summary>
        public Tensor eq(Scalar target) => Aten.eq_Scalar.Call(this, target);

        /// <summary><c>aten::gt.Scalar</c>.</summary>
        public Tensor gt(Scalar target) => Aten.gt_Scalar.Call(this, target);

        /// <summary><c>aten::ge.Scalar</c>.</summary>
        public Tensor ge(Scalar target) => Aten.ge_Scalar.Call(this, target);

        /// <summary><c>aten::lt.Scalar</c>.</summary>
        public Tensor lt(Scalar target) => Aten.lt_Scalar.Call(this, target);

        /// <summary><c>aten::le.Scalar</c>.</summary>
        public Tensor le(Scalar target) => Aten.le_Scalar.Call(this, target);
    }
}
