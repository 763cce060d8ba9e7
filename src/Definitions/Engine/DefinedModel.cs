using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions;

/// <summary>The result of evaluating the definition of a model: its output, the loss, and the gradient of every parameter.</summary>
/// <typeparam name="R">The number system.</typeparam>
/// <param name="Output">The elements of the output, row-major.</param>
/// <param name="Loss">The loss of the batch.</param>
/// <param name="Gradients">For each parameter tensor, the elements of its gradient, row-major.</param>
/// <param name="Buffers">For each buffer, its elements after the batch, row-major.</param>
public sealed record DefinedModel<R>(
    ImmutableArray<R> Output, R Loss, ImmutableArray<ImmutableArray<R>> Gradients, ImmutableArray<ImmutableArray<R>> Buffers)
    where R : struct, IReal<R>;
