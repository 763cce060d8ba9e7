using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>Steps divided by the root of a running mean of squared gradients.</summary>
public class RMSProp : OptimizerHelper
{
    /// <summary>An optimizer for <paramref name="parameters"/>; the options are those of PyTorch.</summary>
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
        : base(OptimizerKind.RMSProp, parameters, maximize, lr, alpha, eps, weight_decay, momentum, centered ? 1 : 0)
    {
    }

    private protected override OptimizerState Remembered(Parameter parameter) =>
        new State { step = Steps(parameter), square_avg = Buffer(parameter, 0), momentum_buffer = Buffer(parameter, 1), grad_avg = Buffer(parameter, 2) };

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps were made.</summary>
        public long step;

        /// <summary>The running mean of squared gradients.</summary>
        public torch.Tensor? square_avg;

        /// <summary>The accumulated steps; null without momentum.</summary>
        public torch.Tensor? momentum_buffer;

        /// <summary>The running mean of gradients; null unless centered.</summary>
        public torch.Tensor? grad_avg;

        internal State()
        {
        }

        /// <summary>Gives the references to the buffers back; the optimizer keeps its own.</summary>
        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }
    }
}
