using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions;

/// <summary>The result of evaluating the definition of a loss, an activation or a layer: its value and the requested gradients.</summary>
/// <typeparam name="R">The number system.</typeparam>
/// <param name="Value">The elements of the value, row-major; one element for a reduced loss.</param>
/// <param name="Gradients">By argument name; the elements of each, row-major, in the shape of the argument.</param>
public sealed record DefinedFunction<R>(ImmutableArray<R> Value, ImmutableDictionary<string, ImmutableArray<R>> Gradients)
    where R : struct, IReal<R>;
