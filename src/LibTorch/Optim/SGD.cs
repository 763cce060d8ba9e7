using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum.</summary>
public class SGD : OptimizerHelper
{
    /// <summary>An optimizer for <paramref name="parameters"/>; the options are those of PyTorch.</summary>
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : base(OptimizerKind.SGD, parameters, maximize, lr, momentum, dampening, weight_decay, nesterov ? 1 : 0)
    {
    }

    private protected override OptimizerState Remembered(Parameter parameter) =>
        new State { momentum_buffer = Buffer(parameter, 0) };

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The accumulated gradients; null before the first step and without momentum.</summary>
        public torch.Tensor? momentum_buffer;

        internal State()
        {
        }

        /// <summary>Gives the references to the buffers back; the optimizer keeps its own.</summary>
        public void Dispose()
        {
            momentum_buffer?.Dispose();
        }
    }
}
