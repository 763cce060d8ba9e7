using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::elu</c>.</summary>
        public Tensor elu(double alpha = 1) => Aten.elu.Call(this, alpha);

        /// <summary><c>aten::elu</c>.</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu.Call(this, alpha, scale, input_scale);

        /// <summary><c>aten::celu</c>.</summary>
        public Tensor celu() => Aten.celu.Call(this);

        /// <summary><c>aten::celu</c>.</summary>
        public Tensor celu(Scalar alpha) => Aten.celu.Call(this, alpha);

        /// <summary><c>aten::leaky_relu</c>.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);

        /// <summary><c>aten::prelu</c>.</summary>
        public Tensor prelu(Tensor target) => Aten.prelu.Call(this, target);

        /// <summary><c>aten::relu6</c>.</summary>
        public Tensor relu6() => Aten.relu6.Call(this);

        /// <summary><c>aten::softplus</c>.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.softplus.Call(this, beta, threshold);

        /// <summary><c>aten::log_sigmoid</c>.</summary>
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);

        /// <summary><c>aten::hardtanh</c>.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.hardtanh.Call(this, min, max);

        /// <summary><c>aten::threshold</c>.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => Aten.threshold.Call(this, threshold, value);

        /// <summary><c>aten::gelu</c>.</summary>
        public Tensor gelu() => Aten.gelu.Call(this);

        /// <summary>With the chosen approximation. <c>aten::gelu</c>.</summary>
        public Tensor gelu(Modules.GELU.Approximate approximate) => Aten.gelu.Call(this, approximate.ToString());
    }
}
