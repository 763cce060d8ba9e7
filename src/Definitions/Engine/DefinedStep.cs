using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions;

/// <summary>The result of evaluating the definition of an optimizer: every parameter and slot after one step.</summary>
/// <typeparam name="R">The number system.</typeparam>
/// <param name="Parameters">For each parameter tensor, its elements, row-major.</param>
/// <param name="Slots">For each slot name, one list of elements per parameter tensor.</param>
public sealed record DefinedStep<R>(
    ImmutableArray<ImmutableArray<R>> Parameters, ImmutableDictionary<string, ImmutableArray<ImmutableArray<R>>> Slots)
    where R : struct, IReal<R>;
