using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// The Tversky loss for segmentation: one minus the overlap of two sets, with separate weights of false positives and false negatives.
/// </summary>
/// <remarks>
/// <c>1 − (Σ xy + s)/(Σ xy + α·Σ x(1 − y) + β·Σ y(1 − x) + s)</c> over the last dimension. With numerator <c>N</c> and denominator <c>D</c>
/// of the fraction, the derivative with respect to x is <c>(N(y + α(1 − y) − βy)/D − y)/D</c>. With α = β = ½ it is the Dice loss, with α =
/// β = 1 that of Jaccard. A. Tversky, 1977; S. Salehi and others, 2017. <c>keras.losses.tversky</c> adds 10⁻⁷ to the denominator only,
/// instead of s.
/// </remarks>
/// <param name="Alpha">α: the weight of false positives; finite, at least 0.</param>
/// <param name="Beta">β: the weight of false negatives; finite, at least 0.</param>
/// <param name="Smooth">s: the smoothing term, which gives two empty sets the loss 0; finite, at least 0.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
[Alias("tversky_loss")]
public sealed record Tversky(double Alpha = 0.5, double Beta = 0.5, double Smooth = 1, Reduction Reduction = Reduction.Mean)
    : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The weight of false positives; finite, at least 0.</summary>
    public double Alpha { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Alpha);

    /// <summary>The weight of false negatives; finite, at least 0.</summary>
    public double Beta { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Beta);

    /// <summary>The smoothing term, which gives two empty sets the loss 0; finite, at least 0.</summary>
    public double Smooth { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Smooth);

    /// <inheritdoc/>
    public override string Name => "tversky";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction with { Domain = Domain.UnitInterval }, Target with { Domain = Domain.UnitInterval }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new Tversky(), new Tversky(0.3, 0.7, 0.1, Reduction.Sum), new Tversky(1, 1, Reduction: Reduction.None)];
}
