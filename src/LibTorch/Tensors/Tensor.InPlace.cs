using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::abs_</c>.</summary>
        public Tensor abs_() => Aten.abs_.Call(this);

        /// <summary><c>aten::neg_</c>.</summary>
        public Tensor neg_() => Aten.neg_.Call(this);

        /// <summary><c>aten::sqrt_</c>.</summary>
        public Tensor sqrt_() => Aten.sqrt_.Call(this);

        /// <summary><c>aten::exp_</c>.</summary>
        public Tensor exp_() => Aten.exp_.Call(this);

        /// <summary><c>aten::log_</c>.</summary>
        public Tensor log_() => Aten.log_.Call(this);

        /// <summary><c>aten::reciprocal_</c>.</summary>
        public Tensor reciprocal_() => Aten.reciprocal_.Call(this);

        /// <summary><c>aten::rsqrt_</c>.</summary>
        public Tensor rsqrt_() => Aten.rsqrt_.Call(this);

        /// <summary><c>aten::sigmoid_</c>.</summary>
        public Tensor sigmoid_() => Aten.sigmoid_.Call(this);

        /// <summary><c>aten::tanh_</c>.</summary>
        public Tensor tanh_() => Aten.tanh_.Call(this);

        /// <summary><c>aten::floor_</c>.</summary>
        public Tensor floor_() => Aten.floor_.Call(this);

        /// <summary><c>aten::ceil_</c>.</summary>
        public Tensor ceil_() => Aten.ceil_.Call(this);

        /// <summary><c>aten::sign_</c>.</summary>
        public Tensor sign_() => Aten.sign_.Call(this);

        /// <summary><c>aten::log1p_</c>.</summary>
        public Tensor log1p_() => Aten.log1p_.Call(this);

        /// <summary><c>aten::expm1_</c>.</summary>
        public Tensor expm1_() => Aten.expm1_.Call(this);

        /// <summary><c>aten::detach_</c>.</summary>
        public Tensor detach_() => Aten.detach_.Call(this);

        /// <summary><c>aten::zero_</c>.</summary>
        public Tensor zero_() => Aten.zero_.Call(this);

        /// <summary><c>aten::relu_</c>.</summary>
        public Tensor relu_() => Aten.relu_.Call(this);

        /// <summary>Sets every element. <c>aten::fill_.Scalar</c>.</summary>
        public Tensor fill_(Scalar value) => Aten.fill__Scalar.Call(this, value);

        /// <summary>Overwrites the elements with those of another tensor. <c>aten::copy_</c>.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.copy_.Call(this, source, nonBlocking);

        /// <summary><c>aten::add_.Tensor</c>.</summary>
        public Tensor add_(Tensor target) => Aten.add__Tensor.Call(this, target);

        /// <summary><c>aten::add_.Tensor</c>.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Aten.add__Tensor.Call(this, target, alpha);

        /// <summary><c>aten::add_.Scalar</c>.</summary>
        public Tensor add_(Scalar scalar) => Aten.add__Scalar.Call(this, scalar);

        /// <summary><c>aten::add_.Scalar</c>.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.add__Scalar.Call(this, scalar, alpha);

        /// <summary><c>aten::sub_.Tensor</c>.</summary>
        public Tensor sub_(Tensor target) => Aten.sub__Tensor.Call(this, target);

        /// <summary><c>aten::sub_.Scalar</c>.</summary>
        public Tensor sub_(Scalar target) => Aten.sub__Scalar.Call(this, target);

        /// <summary><c>aten::mul_.Tensor</c>.</summary>
        public Tensor mul_(Tensor target) => Aten.mul__Tensor.Call(this, target);

        /// <summary><c>aten::mul_.Scalar</c>.</summary>
        public Tensor mul_(Scalar target) => Aten.mul__Scalar.Call(this, target);

        /// <summary><c>aten::div_.Tensor_mode</c>.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div__Tensor_mode.Call(this, target, Name(rounding_mode));

        /// <summary><c>aten::div_.Scalar_mode</c>.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div__Scalar_mode.Call(this, target, Name(rounding_mode));

        /// <summary><c>aten::pow_.Tensor</c>.</summary>
        public Tensor pow_(Tensor exponent) => Aten.pow__Tensor.Call(this, exponent);

        /// <summary><c>aten::pow_.Scalar</c>.</summary>
        public Tensor pow_(Scalar exponent) => Aten.pow__Scalar.Call(this, exponent);

        /// <summary><c>aten::addcmul_</c>.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcmul_.Call(this, tensor1, tensor2, value);

        /// <summary><c>aten::addcdiv_</c>.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Aten.addcdiv_.Call(this, tensor1, tensor2);

        /// <summary><c>aten::addcdiv_</c>.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcdiv_.Call(this, tensor1, tensor2, value);

        /// <summary><c>aten::lerp_.Tensor</c>.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Aten.lerp__Tensor.Call(this, end, weight);

        /// <summary><c>aten::clamp_.Tensor</c>.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Aten.clamp__Tensor.Call(this, min, max);

        /// <summary><c>aten::clamp_</c>.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.clamp_.Call(this, min, max);

        /// <summary><c>aten::clamp_max_</c>.</summary>
        public Tensor clamp_max_(Scalar max) => Aten.clamp_max_.Call(this, max);

        /// <summary><c>aten::clamp_min_</c>.</summary>
        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.Call(this, min);

        /// <summary><c>aten::masked_fill_.Scalar</c>.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Aten.masked_fill__Scalar.Call(this, mask, value);
    }
}
