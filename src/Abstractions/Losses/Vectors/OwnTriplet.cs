using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>The triplet loss with a user-defined distance, on any backend.</summary>
/// <remarks>The backend computes the loss of the distances and its gradients; the distance propagates them to the vectors.</remarks>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="loss">The loss of the distances: <see cref="TripletDistances"/> bound by a backend.</param>
/// <param name="distance">The distance.</param>
/// <param name="swap">Whether to use the distance from negative to positive where it is smaller than that to the anchor.</param>
public sealed class OwnTriplet<T>(ILoss<T> loss, IDistance<T> distance, bool swap = false) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The loss and its gradients with respect to <c>anchor</c>, <c>positive</c> and <c>negative</c>.</summary>
    /// <param name="anchor">The anchors.</param>
    /// <param name="positive">The positives, which should be near.</param>
    /// <param name="negative">The negatives, which should be far.</param>
    /// <param name="cotangent">The incoming gradient, of the value's shape; null for ones.</param>
    /// <returns>The loss, and the gradients by name.</returns>
    public Evaluation<T> Evaluate(Tensor<T> anchor, Tensor<T> positive, Tensor<T> negative, Tensor<T>? cotangent = null)
    {
        var distances = Operands<T>.None
            .With("positive_distance", distance.Value(anchor, positive)).With("negative_distance", distance.Value(anchor, negative));
        if (swap)
            distances = distances.With("swap_distance", distance.Value(positive, negative));
        Evaluation<T> outer = loss.Evaluate(distances, [.. distances.Names], cotangent);
        PairGradients<T> near = distance.Pullback(anchor, positive, outer.Gradients["positive_distance"]);
        PairGradients<T> far = distance.Pullback(anchor, negative, outer.Gradients["negative_distance"]);
        Tensor<T> byPositive = near.Y, byNegative = far.Y;
        if (swap)
        {
            PairGradients<T> across = distance.Pullback(positive, negative, outer.Gradients["swap_distance"]);
            (byPositive, byNegative) = (Tensor.Add<T>(byPositive, across.X), Tensor.Add<T>(byNegative, across.Y));
        }
        return new(outer.Value, ImmutableDictionary<string, Tensor<T>>.Empty
            .Add("anchor", Tensor.Add<T>(near.X, far.X)).Add("positive", byPositive).Add("negative", byNegative));
    }
}
