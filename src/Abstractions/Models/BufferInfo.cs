using System.Collections.Immutable;

namespace ParityNet.Models;

/// <summary>State of a model that is saved but not trained.</summary>
/// <param name="Name">PyTorch's name in a state dict, for example <c>0.norm.running_var</c>.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Initial">What each number is before training.</param>
public sealed record BufferInfo(string Name, ImmutableArray<nint> Shape, double Initial);
