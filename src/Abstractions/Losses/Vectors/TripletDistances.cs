using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The triplet loss of precomputed distances, which makes a triplet loss of any user-defined distance.</summary>
/// <remarks>
/// <c>max(0, m + d₊ − d₋)</c>; where a third distance is given, that of the negative to the positive, <c>d₋</c> is the smaller of both.
/// Derivatives: 1 with respect to d₊, −1 to d₋, where the argument of the maximum is at least 0; ties in the minimum share theirs equally.
/// <see cref="OwnTriplet{T}"/> propagates them to the vectors.
/// V. Balntas and others, 2016. Applied to the distances of three vectors it is <c>torch.nn.TripletMarginWithDistanceLoss</c>.
/// </remarks>
/// <param name="Margin">m: the margin; may be infinite.</param>
/// <param name="Reduction">How the losses of triplets are reduced.</param>
public sealed record TripletDistances(double Margin = 1, Reduction Reduction = Reduction.Mean) : BroadcastLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The margin; may be infinite.</summary>
    public double Margin { get; init => field = Require.Number(value); } = Require.Number(Margin);

    /// <inheritdoc/>
    public override string Name => "triplet_distance_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [new("positive_distance", Differentiable: true), new("negative_distance", Differentiable: true),
            new("swap_distance", Optional: true, Differentiable: true)];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new TripletDistances(), new TripletDistances(0.5, Reduction.Sum), new TripletDistances(Reduction: Reduction.None)];
}
