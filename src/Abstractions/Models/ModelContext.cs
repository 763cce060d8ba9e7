using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Models;

/// <summary>The inputs of a model besides parameters and a batch.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Buffers">
/// The state that is saved but not trained, such as running statistics; in the order of <see cref="ModelSpec.Buffers"/>.
/// </param>
/// <param name="Masks">The dropout masks of a training step, in the order of <see cref="ModelSpec.Dropouts"/>; not used otherwise.</param>
public sealed record ModelContext<T>(ImmutableArray<Tensor<T>> Buffers, ImmutableArray<Tensor<T>> Masks)
    where T : unmanaged, IFloatingPointIeee754<T>;
