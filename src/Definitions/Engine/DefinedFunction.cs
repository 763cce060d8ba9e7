using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions;

/// <summary>What the definition of a loss or an activation gives: its value, and the gradients that were asked for.</summary>
/// <typeparam name="R">The number system.</typeparam>
/// <param name="Value">The elements of the value, row-major; one element for a reduced loss.</param>
/// <param name="Gradients">By argument name; the elements of each, row-major, in the shape of the argument.</param>
public sealed record DefinedFunction<R>(ImmutableArray<R> Value, ImmutableDictionary<string, ImmutableArray<R>> Gradients)
    where R : struct, IReal<R>;
