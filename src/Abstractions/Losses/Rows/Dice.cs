using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// The Dice loss for segmentation: one minus the Dice coefficient, twice the intersection of two sets over the sum of their sizes.
/// </summary>
/// <remarks>
/// <c>1 − 2(Σ xy + s)/(Σ x + Σ y + 2s)</c> over the last dimension. With numerator <c>N</c> and denominator <c>D</c> of the fraction, the
/// derivative with respect to x is <c>(N/D − 2y)/D</c>, and likewise for y. L. Dice, 1945; F. Milletari and others, 2016. The ratio is that
/// of <c>optax.losses.dice_loss</c>, which sums over the axes between the first and the last and keeps classes separate;
/// <c>keras.losses.dice</c> adds 10⁻⁷ to the denominator only, instead of s.
/// </remarks>
/// <param name="Smooth">s: the smoothing term, which gives two empty sets the loss 0; finite, at least 0.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
[Alias("dice")]
public sealed record Dice(double Smooth = 1, Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The smoothing term, which gives two empty sets the loss 0; finite, at least 0.</summary>
    public double Smooth { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Smooth);

    /// <inheritdoc/>
    public override string Name => "dice_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction with { Domain = Domain.UnitInterval }, Target with { Domain = Domain.UnitInterval }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new Dice(), new Dice(0.1, Reduction.Sum), new Dice(1e-7, Reduction.None)];
}
