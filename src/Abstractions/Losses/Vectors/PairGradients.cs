using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>The gradients of distances.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="X">By the one of each pair.</param>
/// <param name="Y">By the other.</param>
public sealed record PairGradients<T>(Tensor<T> X, Tensor<T> Y) where T : unmanaged, IFloatingPointIeee754<T>;
