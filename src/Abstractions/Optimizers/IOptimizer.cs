using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet;

/// <summary>An optimizer bound to a backend: a pure function from one state to the next.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The spec that it is bound to.</summary>
    OptimizerSpec Spec { get; }

    /// <summary>The state before the first step.</summary>
    /// <param name="parameters">The initial parameters; copied.</param>
    /// <returns>The state.</returns>
    OptimizerState<T> Init(IReadOnlyList<Tensor<T>> parameters) => Spec.Init(parameters);

    /// <summary>Takes one step; the arguments are not modified.</summary>
    /// <param name="state">The state before the step.</param>
    /// <param name="gradients">One gradient per parameter, of the same shape.</param>
    /// <param name="learningRate">A learning rate for this step only, for example from a schedule; null for the spec's.</param>
    /// <returns>The state after the step, in new tensors.</returns>
    /// <exception cref="ArgumentException">The number or the shapes of the gradients do not match the parameters.</exception>
    OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null);

    /// <summary>Takes the same step in place, for hot loops: the same arithmetic, written over the state's own tensors.</summary>
    /// <param name="state">The state before the step; its tensors are overwritten.</param>
    /// <param name="gradients">One gradient per parameter, of the same shape.</param>
    /// <param name="learningRate">A learning rate for this step only; null for the spec's.</param>
    /// <returns>The state after the step; it holds the same tensors.</returns>
    /// <exception cref="ArgumentException">The number or the shapes of the gradients do not match the parameters.</exception>
    OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null);
}
