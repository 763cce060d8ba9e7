using System.Collections.Immutable;

namespace ParityNet.Serialization;

/// <summary>One tensor of a header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape; a single number has shape <c>[1]</c>.</param>
/// <param name="Start">The offset of its first byte, from the end of the header.</param>
/// <param name="End">The offset after its last byte.</param>
sealed record SafeTensorsEntry(string Name, ImmutableArray<nint> Shape, long Start, long End);
