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
}
