using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary><c>aten::relu</c>, or with <paramref name="inplace"/> <c>aten::relu_</c>.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => (inplace ? Aten.relu_ : Aten.relu).Call(x);

            /// <summary><c>aten::relu6</c>, or with <paramref name="inplace"/> <c>aten::relu6_</c>.</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => (inplace ? Aten.relu6_ : Aten.relu6).Call(x);

            /// <summary><c>aten::selu</c>, or with <paramref name="inplace"/> <c>aten::selu_</c>.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => (inplace ? Aten.selu_ : Aten.selu).Call(x);

            /// <summary><c>aten::silu</c>, or with <paramref name="inplace"/> <c>aten::silu_</c>.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => (inplace ? Aten.silu_ : Aten.silu).Call(x);

            /// <summary><c>aten::mish</c>, or with <paramref name="inplace"/> <c>aten::mish_</c>.</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => (inplace ? Aten.mish_ : Aten.mish).Call(x);

            /// <summary><c>aten::hardswish</c>, or with <paramref name="inplace"/> <c>aten::hardswish_</c>.</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) => (inplace ? Aten.hardswish_ : Aten.hardswish).Call(input);

            /// <summary><c>aten::hardsigmoid</c>, or with <paramref name="inplace"/> <c>aten::hardsigmoid_</c>.</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => (inplace ? Aten.hardsigmoid_ : Aten.hardsigmoid).Call(input);

            /// <summary><c>aten::tanh</c>, or with <paramref name="inplace"/> <c>aten::tanh_</c>.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => (inplace ? Aten.tanh_ : Aten.tanh).Call(x);

            /// <summary><c>aten::elu</c>, or with <paramref name="inplace"/> <c>aten::elu_</c>.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => (inplace ? Aten.elu_ : Aten.elu).Call(x, alpha);

            /// <summary><c>aten::celu</c>, or with <paramref name="inplace"/> <c>aten::celu_</c>.</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => (inplace ? Aten.celu_ : Aten.celu).Call(x, alpha);

            /// <summary><c>aten::leaky_relu</c>, or with <paramref name="inplace"/> <c>aten::leaky_relu_</c>.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                (inplace ? Aten.leaky_relu_ : Aten.leaky_relu).Call(input, negative_slope);

            /// <summary><c>aten::hardtanh</c>, or with <paramref name="inplace"/> <c>aten::hardtanh_</c>.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                (inplace ? Aten.hardtanh_ : Aten.hardtanh).Call(x, min_val, max_val);

            /// <summary><c>aten::threshold</c>, or with <paramref name="inplace"/> <c>aten::threshold_</c>.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                (inplace ? Aten.threshold_ : Aten.threshold).Call(x, threshold, value);

            /// <summary><c>aten::sigmoid</c>.</summary>
            public static Tensor sigmoid(Tensor x) => Aten.sigmoid.Call(x);

            /// <summary><c>aten::sigmoid</c>, or with <paramref name="inplace"/> <c>aten::sigmoid_</c>.</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) => (inplace ? Aten.sigmoid_ : Aten.sigmoid).Call(x);

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

            /// <summary><c>aten::rrelu</c> in evaluation mode, or with <paramref name="inplace"/> <c>aten::rrelu_</c>.</summary>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                (inplace ? Aten.rrelu_ : Aten.rrelu).Call(x, lower, upper);

            /// <summary><c>aten::glu</c>.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Aten.glu.Call(input, dim);

            /// <summary><c>aten::softmax.int</c>.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(input, dim, dtype);

            /// <summary><c>aten::log_softmax.int</c>.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Aten.log_softmax_int.Call(x, dim);

            /// <summary>Softmax of the negated input.</summary>
            public static Tensor softmin(Tensor x, long dim) => Softmin(x, dim);

            /// <summary><c>aten::gelu</c>.</summary>
            public static Tensor gelu(Tensor x) => Aten.gelu.Call(x);

            /// <summary><c>aten::gelu</c>, or with <paramref name="inplace"/> <c>aten::gelu_</c>.</summary>
            public static Tensor gelu(Tensor x, bool inplace) => (inplace ? Aten.gelu_ : Aten.gelu).Call(x);

            /// <summary><c>aten::gelu</c> with the chosen approximation; TorchSharp has it from 0.107 on.</summary>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                (inplace ? Aten.gelu_ : Aten.gelu).Call(x, approximate.ToString());

            /// <summary><c>x − tanh x</c>.</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false) => Tanhshrink(x, inplace);

            /// <summary><c>x ÷ (1 + &#124;x&#124;)</c>.</summary>
            public static Tensor softsign(Tensor x, bool inplace = false) => Softsign(x, inplace);

            static Tensor Softmin(Tensor x, long dim)
            {
                using Tensor negated = -x;
                return negated.softmax(dim);
            }

            static Tensor Tanhshrink(Tensor x, bool inplace)
            {
                using Tensor tanh = x.tanh();
                return inplace ? x.sub_(tanh) : x.sub(tanh);
            }

            static Tensor Softsign(Tensor x, bool inplace)
            {
                using Tensor size = x.abs();
                using Tensor divisor = size.add(1);
                return inplace ? x.div_(divisor) : x.div(divisor);
            }
        }
    }
}
