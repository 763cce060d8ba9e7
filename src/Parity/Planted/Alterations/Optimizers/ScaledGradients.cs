using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Steps with gradients that are scaled before.</summary>
/// <param name="right">The backend.</param>
/// <param name="factor">From the spec to the factor.</param>
sealed class ScaledGradients(IBackend right, Func<OptimizerSpec, double> factor) : AlteredBackend(right)
{
    public override IOptimizer<T> Optimizer<T>(OptimizerSpec spec) => new Of<T>(Right.Optimizer<T>(spec), T.CreateTruncating(factor(spec)));

    sealed class Of<T>(IOptimizer<T> right, T factor) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public OptimizerSpec Spec => right.Spec;

        public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            right.Update(state, Scaled(gradients), learningRate);

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            right.UpdateInPlace(state, Scaled(gradients), learningRate);

        Tensor<T>[] Scaled(IReadOnlyList<Tensor<T>> gradients) =>
            [.. gradients.Select(g => Tensor.Create(Array.ConvertAll(g.Flat().ToArray(), x => x * factor), g.Lengths))];
    }
}
