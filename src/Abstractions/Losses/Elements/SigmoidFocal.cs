using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The focal loss: binary cross-entropy of logits that down-weights well-classified examples.</summary>
/// <remarks>
/// <c>α_t·(1 − p_t)^γ·CE</c> with the cross-entropy CE of <see cref="BinaryCrossEntropyWithLogits"/>, <c>p = σ(x)</c>,
/// <c>p_t = p·y + (1 − p)(1 − y)</c> and <c>α_t = α·y + (1 − α)(1 − y)</c>, or 1 where α is −1. With γ = 0 and α = −1 it is CE.
/// Derivative: the product rule of both factors; <c>1 − p_t</c> is computed as <c>p(1 − y) + σ(−x)·y</c>, without cancellation.
/// T.-Y. Lin and others, 2017. Same as <c>torchvision.ops.sigmoid_focal_loss</c>, whose default reduction is none, and
/// <c>optax.sigmoid_focal_loss</c>, which has no α by default.
/// </remarks>
/// <param name="Alpha">α: the weight of the outcome 1, that of 0 being 1 − α; from 0 to 1, or −1 for no weights.</param>
/// <param name="Gamma">γ: the focusing exponent, which down-weights well-classified examples; at least 0.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
[Alias("binary_focal")]
public sealed record SigmoidFocal(double Alpha = 0.25, double Gamma = 2.0, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The α that means no weights.</summary>
    public const double Unweighted = -1;

    /// <summary>α: the weight of the outcome 1, that of 0 being 1 − α; from 0 to 1, or −1 for no weights.</summary>
    public double Alpha { get; init => field = Share(value); } = Share(Alpha);

    /// <summary>γ: the focusing exponent, which down-weights well-classified examples; at least 0.</summary>
    public double Gamma { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Gamma);

    /// <inheritdoc/>
    public override string Name => "sigmoid_focal_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target with { Domain = Domain.UnitInterval, TakesIntegers = false }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
    [
        new SigmoidFocal(), new SigmoidFocal(Unweighted, 0), new SigmoidFocal(0.75, 1, Reduction.Sum),
        new SigmoidFocal(Unweighted, 1.5, Reduction.None), new SigmoidFocal(0.5, 5),
    ];

    static double Share(double alpha) => alpha is >= 0 and <= 1 or Unweighted
        ? alpha
        : throw new ArgumentOutOfRangeException(null,
            FormattableString.Invariant($"{nameof(Alpha)} must be a number from 0 to 1, or −1, got {alpha}."));
}
