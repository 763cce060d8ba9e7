using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet;

/// <summary>A loss bound to a backend.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface ILoss<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The spec that it is bound to.</summary>
    LossSpec Spec { get; }

    /// <summary>The loss.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target: numbers or class indices.</param>
    /// <returns>The loss; shape <c>[1]</c> where it is reduced.</returns>
    Tensor<T> Value(Tensor<T> prediction, Operand<T> target) => Value(Operands<T>.Of(prediction, target));

    /// <summary>The loss and its gradient with respect to the prediction, in one pass.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target: numbers or class indices.</param>
    /// <returns>The loss, and the gradient in the shape of the prediction. Without reduction, it is the gradient of the sum.</returns>
    ValueAndGradient<T> ValueAndGradient(Tensor<T> prediction, Operand<T> target)
    {
        Evaluation<T> both = Evaluate(Operands<T>.Of(prediction, target));
        return new ValueAndGradient<T>(both.Value, both.Gradients["input"]);
    }

    /// <summary>The gradient of the loss with respect to the prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target: numbers or class indices.</param>
    /// <returns>The gradient, in the shape of the prediction.</returns>
    Tensor<T> Gradient(Tensor<T> prediction, Operand<T> target) => ValueAndGradient(prediction, target).Gradient;

    /// <summary>The loss and its gradient for hot loops: contiguous spans, the gradient in the caller's buffer, no allocation.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target; as long as the prediction.</param>
    /// <param name="gradient">Receives the gradient; as long as the prediction. It may be the same memory as the prediction.</param>
    /// <returns>The loss, reduced as the spec says; the sum where the spec has no reduction.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="NotSupportedException">The loss needs class indices or rows, which spans cannot express.</exception>
    T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient);
}
