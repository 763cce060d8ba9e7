using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary><c>aten::batch_norm</c>; in training it changes the running statistics.</summary>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                Aten.batch_norm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, false);

            /// <summary><c>aten::layer_norm</c>.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Aten.layer_norm.Call(input, normalized_shape, weight, bias, eps, false);
        }
    }
}
