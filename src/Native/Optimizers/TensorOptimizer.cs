using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>An optimizer whose rule needs a parameter as a whole, such as one that divides by its norm.</summary>
abstract class TensorOptimizer<T>(OptimizerSpec spec) : NativeOptimizer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    public sealed override void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        for (int i = 0; i < gradients.Count; i++)
            Step(new TensorStep<T>(state, next, gradients[i], i, rate));
    }

    /// <summary>Writes one parameter and its slots.</summary>
    protected abstract void Step(TensorStep<T> at);
}
