using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>What is wrong with a step of any optimizer.</summary>
interface IStepChange
{
    OptimizerState<T> Update<T>(IBackend right, OptimizerSpec spec, OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double rate)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
