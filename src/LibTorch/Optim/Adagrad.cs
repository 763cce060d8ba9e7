using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>Steps divided by the root of all squared gradients so far.</summary>
public class Adagrad : OptimizerHelper
{
    /// <summary>An optimizer for <paramref name="parameters"/>; the options are those of PyTorch.</summary>
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : base(OptimizerKind.Adagrad, parameters, false, lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    private protected override OptimizerState Remembered(Parameter parameter) =>
        new State { step = Steps(parameter), sum = Buffer(parameter, 0) };

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps were made.</summary>
        public long step;

        /// <summary>The sum of squared gradients.</summary>
        public torch.Tensor? sum;

        internal State()
        {
        }

        /// <summary>Gives the references to the buffers back; the optimizer keeps its own.</summary>
        public void Dispose()
        {
            sum?.Dispose();
        }
    }
}
