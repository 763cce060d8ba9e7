using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>A distance of one's own, of rows or of anything else.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public interface IDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The distances of pairs.</summary>
    /// <param name="x">The one of each pair.</param>
    /// <param name="y">The other of each pair.</param>
    /// <returns>One number a pair.</returns>
    Tensor<T> Value(Tensor<T> x, Tensor<T> y);

    /// <summary>Carries derivatives by the distances back to the pairs.</summary>
    /// <param name="x">The one of each pair.</param>
    /// <param name="y">The other of each pair.</param>
    /// <param name="cotangent">A derivative for each distance.</param>
    /// <returns>The gradients by both, in their shapes.</returns>
    PairGradients<T> Pullback(Tensor<T> x, Tensor<T> y, Tensor<T> cotangent);
}
