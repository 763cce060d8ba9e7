using System.Collections.Immutable;

namespace ParityNet.Models;

/// <summary>A buffer of a model: state that is saved but not trained.</summary>
/// <param name="Name">PyTorch's name in a state dict, for example <c>0.norm.running_var</c>.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Initial">The initial value of each element.</param>
public sealed record BufferInfo(string Name, ImmutableArray<nint> Shape, double Initial);
