using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>An anchor should be nearer to the positive than to the negative by a margin, in a distance of one's choice.</summary>
/// <remarks>
/// <c>max(0, m + d(a, p) − d(a, n))</c>, with <c>min(d(a, n), d(p, n))</c> for <c>d(a, n)</c> where <see cref="TripletLoss.Swap"/> is set. The derivative of the hinge counts at its kink. V. Balntas and others, 2016. Same as <c>torch.nn.TripletMarginWithDistanceLoss</c>, whose own distance is the Euclidean one.
/// A distance that is not in the list goes through <see cref="TripletDistances"/>, which takes the distances themselves, and <see cref="OwnTriplet{T}"/>.
/// </remarks>
/// <param name="DistanceFunction">d.</param>
/// <param name="Margin">m: by how much the distances should differ; may be infinite.</param>
/// <param name="Swap">Whether the negative's distance to the positive counts where it is smaller than that to the anchor.</param>
/// <param name="Reduction">How row losses become the result.</param>
public sealed record TripletMarginWithDistance(
    Distance DistanceFunction = Distance.Euclidean, double Margin = 1, bool Swap = false, Reduction Reduction = Reduction.Mean)
    : TripletLoss(Margin, Swap, Reduction), IShowsExamples<LossSpec>
{
    /// <summary>What the Euclidean and the Manhattan distance add to every difference.</summary>
    public const double Epsilon = 1e-6;

    /// <summary>d.</summary>
    public Distance DistanceFunction { get; init => field = Require.Defined(value); } = Require.Defined(DistanceFunction);

    /// <inheritdoc/>
    public override string Name => "triplet_margin_with_distance_loss";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new TripletMarginWithDistance(), new TripletMarginWithDistance(Distance.Cosine, 0.5, Reduction: Reduction.None),
         new TripletMarginWithDistance(Distance.SquaredEuclidean, Swap: true), new TripletMarginWithDistance(Distance.Manhattan, Reduction: Reduction.Sum)];
}
