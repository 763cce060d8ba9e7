using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Models;

/// <summary>What a model reads beside parameters and a batch.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Buffers">State that is saved but not trained, such as running statistics; in the order of <see cref="ModelSpec.Buffers"/>.</param>
/// <param name="Masks">What dropout keeps in a training step; in the order of <see cref="ModelSpec.Dropouts"/>. Not read otherwise.</param>
public sealed record ModelContext<T>(ImmutableArray<Tensor<T>> Buffers, ImmutableArray<Tensor<T>> Masks)
    where T : unmanaged, IFloatingPointIeee754<T>;
