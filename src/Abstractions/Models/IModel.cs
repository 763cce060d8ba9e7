using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet;

/// <summary>A bound model together with the loss it is trained by.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IModel<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What it computes.</summary>
    ModelSpec Spec { get; }

    /// <summary>The loss of its output.</summary>
    LossSpec Loss { get; }

    /// <summary>The output of the network.</summary>
    /// <param name="parameters">One tensor a parameter, in the order of the spec.</param>
    /// <param name="input">A batch, <c>[N, inputs]</c>.</param>
    /// <returns>The output, <c>[N, outputs]</c>.</returns>
    /// <exception cref="ArgumentException">Parameters or input do not fit.</exception>
    Tensor<T> Value(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input);

    /// <summary>The loss of a batch and its gradient with respect to every parameter.</summary>
    /// <param name="parameters">One tensor a parameter, in the order of the spec.</param>
    /// <param name="input">A batch, <c>[N, inputs]</c>.</param>
    /// <param name="target">What was right: numbers, or class indices.</param>
    /// <returns>The loss, and one gradient a parameter.</returns>
    /// <exception cref="ArgumentException">Parameters, input or target do not fit, or the loss is not reduced.</exception>
    LossAndGradients<T> LossAndGradients(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target);
}
