using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;

namespace ParityNet;

/// <summary>An activation bound to a backend.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IActivation<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The spec that it is bound to.</summary>
    ActivationSpec Spec { get; }

    /// <summary>The activation of each element, or of each row.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A new tensor of the same shape.</returns>
    Tensor<T> Value(Tensor<T> input) => Value(Operands<T>.Of(input));

    /// <summary>Propagates a gradient back through the activation: <c>Jᵀ·cotangent</c>.</summary>
    /// <param name="input">The input it was applied to.</param>
    /// <param name="cotangent">The gradient with respect to the value; its shape.</param>
    /// <returns>The gradient with respect to the input; its shape.</returns>
    Tensor<T> Pullback(Tensor<T> input, Tensor<T> cotangent) =>
        Evaluate(Operands<T>.Of(input), cotangent: cotangent).Gradients["input"];

    /// <summary>
    /// The activation of a row of numbers for hot loops: spans, the value in the caller's buffer, no allocation in the native backend.
    /// </summary>
    /// <param name="input">The input, taken as a tensor of one dimension.</param>
    /// <param name="value">Receives the value; of its length. It may be the same memory as the input.</param>
    /// <exception cref="ArgumentException">The length differs, or the activation needs a second argument.</exception>
    void ValueInto(ReadOnlySpan<T> input, Span<T> value)
    {
        Tensor<T> computed = Value(Tensor.Create(input.ToArray()));
        Require.Length<T>(value, (int)computed.FlattenedLength, "the value");
        computed.FlattenTo(value);
    }

    /// <summary>Propagates a gradient back for hot loops: spans, the result in the caller's buffer, no allocation in the native backend.</summary>
    /// <param name="input">The input that it was applied to, taken as a tensor of one dimension.</param>
    /// <param name="cotangent">The gradient with respect to the value, of its length; empty for ones.</param>
    /// <param name="gradient">Receives the gradient with respect to the input; of its length. It may be the same memory as either.</param>
    /// <exception cref="ArgumentException">A length differs, or the activation needs a second argument.</exception>
    void PullbackInto(ReadOnlySpan<T> input, ReadOnlySpan<T> cotangent, Span<T> gradient)
    {
        Require.Length<T>(gradient, input.Length, nameof(input));
        Evaluate(Operands<T>.Of(Tensor.Create(input.ToArray())), cotangent: cotangent.IsEmpty ? null : Tensor.Create(cotangent.ToArray()))
            .Gradients["input"].FlattenTo(gradient);
    }
}
