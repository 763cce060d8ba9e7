using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>A loss and its gradient with respect to the prediction.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Value">The loss; shape <c>[1]</c> where it is reduced.</param>
/// <param name="Gradient">The gradient, in the shape of the prediction.</param>
public sealed record ValueAndGradient<T>(Tensor<T> Value, Tensor<T> Gradient)
    where T : unmanaged, IFloatingPointIeee754<T>;
