using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::neg_</c>.</summary>
        public Tensor neg_() => Aten.neg_.Call(this);

        /// <summary><c>aten::clamp_min_</c>.</summary>
        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.Call(this, min);
    }
}
