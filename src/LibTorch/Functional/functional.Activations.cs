using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary><c>aten::relu</c>.</summary>
            public static Tensor relu(Tensor x) => Aten.relu.Call(x);

            /// <summary><c>aten::relu6</c>.</summary>
            public static Tensor relu6(Tensor x) => Aten.relu6.Call(x);

            /// <summary><c>aten::selu</c>.</summary>
            public static Tensor selu(Tensor x) => Aten.selu.Call(x);

            /// <summary><c>aten::silu</c>.</summary>
            public static Tensor silu(Tensor x) => Aten.silu.Call(x);

            /// <summary><c>aten::mish</c>.</summary>
            public static Tensor mish(Tensor x) => Aten.mish.Call(x);

            /// <summary><c>aten::hardswish</c>.</summary>
            public static Tensor hardswish(Tensor input) => Aten.hardswish.Call(input);

            /// <summary><c>aten::hardsigmoid</c>.</summary>
            public static Tensor hardsigmoid(Tensor input) => Aten.hardsigmoid.Call(input);

            /// <summary><c>aten::tanh</c>.</summary>
            public static Tensor tanh(Tensor x) => Aten.tanh.Call(x);

            /// <summary><c>aten::sigmoid</c>.</summary>
            public static Tensor sigmoid(Tensor x) => Aten.sigmoid.Call(x);

            /// <summary><c>aten::elu</c>.</summary>
            public static Tensor elu(Tensor x, double alpha) => Aten.elu.Call(x, alpha);

            /// <summary><c>aten::celu</c>.</summary>
            public static Tensor celu(Tensor x, double alpha) => Aten.celu.Call(x, alpha);

            /// <summary><c>aten::leaky_relu</c>.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01) => Aten.leaky_relu.Call(input, negative_slope);

            /// <summary><c>aten::hardtanh</c>.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0) => Aten.hardtanh.Call(x, min_val, max_val);

            /// <summary><c>aten::threshold</c>.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value) => Aten.threshold.Call(x, threshold, value);

            /// <summary><c>aten::softplus</c>.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.softplus.Call(x, beta, threshold);

            /// <summary><c>aten::log_sigmoid</c>.</summary>
            public static Tensor logsigmoid(Tensor x) => Aten.log_sigmoid.Call(x);

            /// <summary><c>aten::hardshrink</c>.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Aten.hardshrink.Call(x, lambda);

            /// <summary><c>aten::softshrink</c>.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Aten.softshrink.Call(x, lambda);

            /// <summary><c>aten::prelu</c>.</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => Aten.prelu.Call(input, weight);

            /// <summary><c>aten::rrelu</c> in evaluation mode.</summary>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3) => Aten.rrelu.Call(x, lower, upper);

            /// <summary><c>aten::glu</c>.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Aten.glu.Call(input, dim);

            /// <summary><c>aten::softmax.int</c>.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(input, dim, dtype);

            /// <summary><c>aten::log_softmax.int</c>.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Aten.log_softmax_int.Call(x, dim);

            /// <summary>Softmax of the negated input.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using Tensor negated = -x;
                return negated.softmax(dim);
            }

            /// <summary><c>aten::gelu</c>.</summary>
            public static Tensor gelu(Tensor x) => Aten.gelu.Call(x);

            /// <summary><c>aten::gelu</c> with the chosen approximation; TorchSharp has it from 0.107 on.</summary>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                (inplace ? Aten.gelu_ : Aten.gelu).Call(x, approximate.ToString());

            /// <summary><c>x − tanh x</c>.</summary>
            public static Tensor tanhshrink(Tensor x)
            {
                using Tensor tanh = x.tanh();
                return x.sub(tanh);
            }

            /// <summary><c>x ÷ (1 + &#124;x&#124;)</c>.</summary>
            public static Tensor softsign(Tensor x)
            {
                using Tensor size = x.abs();
                using Tensor divisor = size.add(1);
                return x.div(divisor);
            }
        }
    }
}
