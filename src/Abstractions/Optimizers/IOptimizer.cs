using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet;

/// <summary>A bound optimizer: a pure step from state to state.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What it computes.</summary>
    OptimizerSpec Spec { get; }

    /// <summary>The state before the first step.</summary>
    /// <param name="parameters">Initial parameters; copied.</param>
    /// <returns>The state.</returns>
    OptimizerState<T> Init(IReadOnlyList<Tensor<T>> parameters) => Spec.Init(parameters);

    /// <summary>One step: the state after it. The arguments stay as they are.</summary>
    /// <param name="state">The state before the step.</param>
    /// <param name="gradients">One gradient a parameter, of its shape.</param>
    /// <param name="learningRate">A learning rate for this step alone, as from a schedule; null for the spec's.</param>
    /// <returns>The state after the step, in memory of its own.</returns>
    /// <exception cref="ArgumentException">Number or shapes of the gradients do not fit.</exception>
    OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null);

    /// <summary>The same step for hot loops: the same arithmetic, written over the state's own tensors.</summary>
    /// <param name="state">The state before the step; its tensors are overwritten.</param>
    /// <param name="gradients">One gradient a parameter, of its shape.</param>
    /// <param name="learningRate">A learning rate for this step alone; null for the spec's.</param>
    /// <returns>The state after the step; it holds the same tensors.</returns>
    /// <exception cref="ArgumentException">Number or shapes of the gradients do not fit.</exception>
    OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null);
}
