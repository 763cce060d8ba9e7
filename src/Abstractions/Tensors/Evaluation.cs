using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>The result of an op: its value, and the requested gradients.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Value">The value; a reduced loss has shape <c>[1]</c>.</param>
/// <param name="Gradients">The gradients by argument name; each has the shape of its argument.</param>
public sealed record Evaluation<T>(Tensor<T> Value, ImmutableDictionary<string, Tensor<T>> Gradients)
    where T : unmanaged, IFloatingPointIeee754<T>;
