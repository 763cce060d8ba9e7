using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The triplet loss of distances that are known already: with it, any distance of one's own makes a triplet loss.</summary>
/// <remarks>
/// <c>max(0, m + d₊ − d₋)</c>; where a third distance is given, that of the negative to the positive, <c>d₋</c> is the smaller of both.
/// Derivatives: 1 by d₊, −1 by d₋, where the argument is at least 0; equal distances share theirs. <see cref="OwnTriplet{T}"/> carries them on.
/// V. Balntas and others, 2016. Of the distances of three vectors it is <c>torch.nn.TripletMarginWithDistanceLoss</c>.
/// </remarks>
/// <param name="Margin">m: by how much the distances should differ; may be infinite.</param>
/// <param name="Reduction">How the losses of triplets become the result.</param>
public sealed record TripletDistances(double Margin = 1, Reduction Reduction = Reduction.Mean) : BroadcastLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>By how much the distances should differ; may be infinite.</summary>
    public double Margin { get; init => field = Require.Number(value); } = Require.Number(Margin);

    /// <inheritdoc/>
    public override string Name => "triplet_distance_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [new("positive_distance", Differentiable: true), new("negative_distance", Differentiable: true), new("swap_distance", Optional: true, Differentiable: true)];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new TripletDistances(), new TripletDistances(0.5, Reduction.Sum), new TripletDistances(Reduction: Reduction.None)];
}
