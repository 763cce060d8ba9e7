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

        /// <summary><c>aten::tanh</c>.</summary>
        public Tensor tanh() => Aten.tanh.Call(this);

        /// <summary><c>aten::sigmoid</c>.</summary>
        public Tensor sigmoid() => Aten.sigmoid.Call(this);

        /// <summary><c>aten::log_sigmoid</c>.</summary>
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);

        /// <summary><c>aten::reciprocal</c>.</summary>
        public Tensor reciprocal() => Aten.reciprocal.Call(this);

        /// <summary><c>aten::detach</c>.</summary>
        public Tensor detach() => Aten.detach.Call(this);

        /// <summary><c>aten::clone</c>.</summary>
        public Tensor clone() => Aten.clone.Call(this);

        /// <summary><c>aten::contiguous</c>.</summary>
        public Tensor contiguous() => Aten.contiguous.Call(this);

        /// <summary><c>aten::logical_or</c>.</summary>
        public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);
    }
}
