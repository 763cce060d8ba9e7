using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>The gradients of distances.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="X">With respect to the first of each pair.</param>
/// <param name="Y">With respect to the second.</param>
public sealed record PairGradients<T>(Tensor<T> X, Tensor<T> Y) where T : unmanaged, IFloatingPointIeee754<T>;
