using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>A user-defined distance, between rows or anything else.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The distances of pairs.</summary>
    /// <param name="x">The first of each pair.</param>
    /// <param name="y">The second of each pair.</param>
    /// <returns>One number per pair.</returns>
    Tensor<T> Value(Tensor<T> x, Tensor<T> y);

    /// <summary>Propagates gradients of the distances back to the pairs.</summary>
    /// <param name="x">The first of each pair.</param>
    /// <param name="y">The second of each pair.</param>
    /// <param name="cotangent">The incoming gradient, one number per distance.</param>
    /// <returns>The gradients with respect to both, in their shapes.</returns>
    PairGradients<T> Pullback(Tensor<T> x, Tensor<T> y, Tensor<T> cotangent);
}
