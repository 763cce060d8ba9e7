using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::abs</c>.</summary>
        public Tensor abs() => Aten.abs.Call(this);

        /// <summary><c>aten::neg</c>.</summary>
        public Tensor neg() => Aten.neg.Call(this);

        /// <summary><c>aten::sign</c>.</summary>
        public Tensor sign() => Aten.sign.Call(this);

        /// <summary><c>aten::sqrt</c>.</summary>
        public Tensor sqrt() => Aten.sqrt.Call(this);

        /// <summary><c>aten::square</c>.</summary>
        public Tensor square() => Aten.square.Call(this);

        /// <summary><c>aten::rsqrt</c>.</summary>
        public Tensor rsqrt() => Aten.rsqrt.Call(this);

        /// <summary><c>aten::exp</c>.</summary>
        public Tensor exp() => Aten.exp.Call(this);

        /// <summary><c>aten::log</c>.</summary>
        public Tensor log() => Aten.log.Call(this);

        /// <summary><c>aten::log1p</c>.</summary>
        public Tensor log1p() => Aten.log1p.Call(this);

        /// <summary><c>aten::expm1</c>.</summary>
        public Tensor expm1() => Aten.expm1.Call(this);

        /// <summary><c>aten::log2</c>.</summary>
        public Tensor log2() => Aten.log2.Call(this);

        /// <summary><c>aten::log10</c>.</summary>
        public Tensor log10() => Aten.log10.Call(this);

        /// <summary><c>aten::sin</c>.</summary>
        public Tensor sin() => Aten.sin.Call(this);

        /// <summary><c>aten::cos</c>.</summary>
        public Tensor cos() => Aten.cos.Call(this);

        /// <summary><c>aten::tan</c>.</summary>
        public Tensor tan() => Aten.tan.Call(this);

        /// <summary><c>aten::atan</c>.</summary>
        public Tensor atan() => Aten.atan.Call(this);

        /// <summary><c>aten::sinh</c>.</summary>
        public Tensor sinh() => Aten.sinh.Call(this);

        /// <summary><c>aten::cosh</c>.</summary>
        public Tensor cosh() => Aten.cosh.Call(this);

        /// <summary><c>aten::tanh</c>.</summary>
        public Tensor tanh() => Aten.tanh.Call(this);

        /// <summary><c>aten::sigmoid</c>.</summary>
        public Tensor sigmoid() => Aten.sigmoid.Call(this);

        /// <summary><c>aten::reciprocal</c>.</summary>
        public Tensor reciprocal() => Aten.reciprocal.Call(this);

        /// <summary><c>aten::floor</c>.</summary>
        public Tensor floor() => Aten.floor.Call(this);

        /// <summary><c>aten::ceil</c>.</summary>
        public Tensor ceil() => Aten.ceil.Call(this);

        /// <summary><c>aten::trunc</c>.</summary>
        public Tensor trunc() => Aten.trunc.Call(this);

        /// <summary><c>aten::erf</c>.</summary>
        public Tensor erf() => Aten.erf.Call(this);

        /// <summary><c>aten::erfc</c>.</summary>
        public Tensor erfc() => Aten.erfc.Call(this);

        /// <summary><c>aten::lgamma</c>.</summary>
        public Tensor lgamma() => Aten.lgamma.Call(this);

        /// <summary><c>aten::digamma</c>.</summary>
        public Tensor digamma() => Aten.digamma.Call(this);

        /// <summary><c>aten::isnan</c>.</summary>
        public Tensor isnan() => Aten.isnan.Call(this);

        /// <summary><c>aten::isinf</c>.</summary>
        public Tensor isinf() => Aten.isinf.Call(this);

        /// <summary><c>aten::isfinite</c>.</summary>
        public Tensor isfinite() => Aten.isfinite.Call(this);

        /// <summary><c>aten::relu</c>.</summary>
        public Tensor relu() => Aten.relu.Call(this);

        /// <summary><c>aten::selu</c>.</summary>
        public Tensor selu() => Aten.selu.Call(this);

        /// <summary><c>aten::silu</c>.</summary>
        public Tensor silu() => Aten.silu.Call(this);

        /// <summary><c>aten::hardswish</c>.</summary>
        public Tensor hardswish() => Aten.hardswish.Call(this);

        /// <summary><c>aten::hardsigmoid</c>.</summary>
        public Tensor hardsigmoid() => Aten.hardsigmoid.Call(this);

        /// <summary><c>aten::logical_not</c>.</summary>
        public Tensor logical_not() => Aten.logical_not.Call(this);

        /// <summary><c>aten::detach</c>.</summary>
        public Tensor detach() => Aten.detach.Call(this);

        /// <summary><c>aten::clone</c>.</summary>
        public Tensor clone() => Aten.clone.Call(this);

        /// <summary><c>aten::contiguous</c>.</summary>
        public Tensor contiguous() => Aten.contiguous.Call(this);

        /// <summary><c>aten::logical_and</c>.</summary>
        public Tensor logical_and(Tensor other) => Aten.logical_and.Call(this, other);

        /// <summary><c>aten::logical_or</c>.</summary>
        public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);
    }
}
