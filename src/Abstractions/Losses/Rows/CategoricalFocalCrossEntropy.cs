using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The focal loss over classes: the cross-entropy of softmax, which down-weights well-predicted classes.</summary>
/// <remarks>
/// <c>−Σ_c α·y_c(1 − p_c)^γ ln p_c</c> with <c>p = softmax(x)</c> over the last dimension; a class index is a one-hot row.
/// Derivative with respect to the log-probability: <c>g_c = −α·y_c((1 − p_c)^γ − γ(1 − p_c)^(γ−1)·p_c ln p_c)</c>, with respect to x:
/// <c>g − p·Σ g</c>. With γ = 0 and α = 1 it is cross-entropy.
/// T.-Y. Lin and others, 2017. Same as <c>keras.losses.categorical_focal_crossentropy</c> from logits, which does not clip here.
/// </remarks>
/// <param name="Alpha">α: the factor of the loss; finite, at least 0.</param>
/// <param name="Gamma">γ: the focusing exponent, how fast the weight falls; finite, at least 0.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
[Alias("categorical_focal_loss")]
public sealed record CategoricalFocalCrossEntropy(double Alpha = 0.25, double Gamma = 2, Reduction Reduction = Reduction.Mean)
    : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The factor of the loss; finite, at least 0.</summary>
    public double Alpha { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Alpha);

    /// <summary>The focusing exponent, how fast the weight falls; finite, at least 0.</summary>
    public double Gamma { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Gamma);

    /// <inheritdoc/>
    public override string Name => "categorical_focal_crossentropy";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, ClassTarget];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new CategoricalFocalCrossEntropy(), new CategoricalFocalCrossEntropy(Alpha: 1, Gamma: 0, Reduction.Sum),
         new CategoricalFocalCrossEntropy(Gamma: 3, Reduction: Reduction.None), new CategoricalFocalCrossEntropy(Alpha: 0.5, Gamma: 1.5)];
}
