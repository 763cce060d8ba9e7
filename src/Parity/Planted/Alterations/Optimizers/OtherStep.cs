using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Steps with something wrong that any optimizer may have.</summary>
sealed class OtherStep(IBackend right, IStepChange change) : AlteredBackend(right)
{
    public override IOptimizer<T> Optimizer<T>(OptimizerSpec spec) => new Of<T>(spec, Right, change);

    sealed class Of<T>(OptimizerSpec spec, IBackend right, IStepChange change) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public OptimizerSpec Spec => spec;

        public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            change.Update(right, spec, state, gradients, learningRate ?? spec.LearningRate) with { Step = state.Step + 1 };

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            Update(state, gradients, learningRate);
    }
}
