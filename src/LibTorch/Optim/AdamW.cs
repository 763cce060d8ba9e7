using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>Adam with weights that decay apart from the gradient; as in TorchSharp they do not decay by default.</summary>
public class AdamW : OptimizerHelper
{
    /// <summary>An optimizer for <paramref name="parameters"/>; the options are those of PyTorch.</summary>
    public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(OptimizerKind.AdamW, parameters, maximize, lr, beta1, beta2, eps, weight_decay, amsgrad ? 1 : 0)
    {
    }

    private protected override OptimizerState Remembered(Parameter parameter) =>
        new State { step = Steps(parameter), exp_avg = Buffer(parameter, 0), exp_avg_sq = Buffer(parameter, 1), max_exp_avg_sq = Buffer(parameter, 2) };

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps were made.</summary>
        public long step;

        /// <summary>The running mean of gradients.</summary>
        public torch.Tensor? exp_avg;

        /// <summary>The running mean of squared gradients.</summary>
        public torch.Tensor? exp_avg_sq;

        /// <summary>The largest running mean of squared gradients; null without amsgrad.</summary>
        public torch.Tensor? max_exp_avg_sq;

        internal State()
        {
        }

        /// <summary>Gives the references to the buffers back; the optimizer keeps its own.</summary>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}
