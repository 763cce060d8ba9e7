using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// The triplet margin loss in a chosen distance: an anchor should be nearer to the positive than to the negative by a margin.
/// </summary>
/// <remarks>
/// <c>max(0, m + d(a, p) − d(a, n))</c>, with <c>min(d(a, n), d(p, n))</c> for <c>d(a, n)</c> where <see cref="TripletLoss.Swap"/> is set.
/// The derivative of the hinge at its kink is 1. V. Balntas and others, 2016. Same as <c>torch.nn.TripletMarginWithDistanceLoss</c>, whose
/// default distance is the Euclidean one. For any other distance use <see cref="TripletDistances"/>, which takes the distances themselves,
/// and <see cref="OwnTriplet{T}"/>.
/// </remarks>
/// <param name="DistanceFunction">d: the distance.</param>
/// <param name="Margin">m: the margin; may be infinite.</param>
/// <param name="Swap">Whether to use the distance from negative to positive where it is smaller than that to the anchor.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record TripletMarginWithDistance(
    Distance DistanceFunction = Distance.Euclidean, double Margin = 1, bool Swap = false, Reduction Reduction = Reduction.Mean)
    : TripletLoss(Margin, Swap, Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The number that the Euclidean and the Manhattan distance add to every difference.</summary>
    public const double Epsilon = 1e-6;

    /// <summary>d: the distance.</summary>
    public Distance DistanceFunction { get; init => field = Require.Defined(value); } = Require.Defined(DistanceFunction);

    /// <inheritdoc/>
    public override string Name => "triplet_margin_with_distance_loss";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new TripletMarginWithDistance(), new TripletMarginWithDistance(Distance.Cosine, 0.5, Reduction: Reduction.None),
         new TripletMarginWithDistance(Distance.SquaredEuclidean, Swap: true),
             new TripletMarginWithDistance(Distance.Manhattan, Reduction: Reduction.Sum)];
}
