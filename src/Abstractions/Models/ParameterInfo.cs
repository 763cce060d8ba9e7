using System.Collections.Immutable;

namespace ParityNet.Models;

/// <summary>Name and shape of a parameter of a model.</summary>
/// <param name="Name">PyTorch's name in a state dict, for example <c>0.weight</c>.</param>
/// <param name="Shape">The shape.</param>
public sealed record ParameterInfo(string Name, ImmutableArray<nint> Shape);
