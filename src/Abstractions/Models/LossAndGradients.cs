using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Models;

/// <summary>The loss of a batch and its gradient with respect to every parameter of a model.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Loss">The loss.</param>
/// <param name="Gradients">One gradient per parameter, of the same shape.</param>
/// <param name="Buffers">The buffers after the batch.</param>
public sealed record LossAndGradients<T>(T Loss, ImmutableArray<Tensor<T>> Gradients, ImmutableArray<Tensor<T>> Buffers)
    where T : unmanaged, IFloatingPointIeee754<T>;
