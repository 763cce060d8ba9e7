using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Cases;

/// <summary>One thing that a case computes, as the op's definition has it.</summary>
/// <typeparam name="R">The number system.</typeparam>
/// <param name="Name">The name, as in <see cref="Quantity{T}"/>.</param>
/// <param name="Elements">Its elements, row-major.</param>
public sealed record Defined<R>(string Name, ImmutableArray<R> Elements) where R : struct, IReal<R>;
