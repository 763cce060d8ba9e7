using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet;

/// <summary>A model bound to a backend, together with the loss that it is trained with.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IModel<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The spec that it is bound to.</summary>
    ModelSpec Spec { get; }

    /// <summary>The loss of its output.</summary>
    LossSpec Loss { get; }

    /// <summary>The output of the network.</summary>
    /// <param name="parameters">One tensor per parameter, in the order of the spec.</param>
    /// <param name="input">A batch, <c>[N, inputs]</c>.</param>
    /// <param name="context">The buffers; null for their initial values.</param>
    /// <returns>The output, <c>[N, outputs]</c>, in evaluation mode: without dropout, and with running statistics.</returns>
    /// <exception cref="ArgumentException">Parameters, input or context do not fit.</exception>
    Tensor<T> Value(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, ModelContext<T>? context = null);

    /// <summary>The loss of a batch and its gradient with respect to every parameter.</summary>
    /// <param name="parameters">One tensor per parameter, in the order of the spec.</param>
    /// <param name="input">A batch, <c>[N, inputs]</c>.</param>
    /// <param name="target">The target: numbers or class indices.</param>
    /// <param name="context">The buffers, and the masks of this step; null for initial buffers of a model without dropout.</param>
    /// <returns>The loss in training mode, one gradient per parameter, and the buffers after the batch.</returns>
    /// <exception cref="ArgumentException">Parameters, input, target or context do not fit, or the loss is not reduced.</exception>
    LossAndGradients<T> LossAndGradients(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T>? context = null);
}
