using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// Generalized cross-entropy of probabilities: between cross-entropy and mean absolute error, for training with noisy labels.
/// </summary>
/// <remarks>
/// <c>(1 − p^q)/q</c> with the probability <c>p = Σ y·x</c> of the target class over the last dimension; a class index is a one-hot row.
/// Derivative: <c>−p^(q−1)·y</c>. Near q = 0 it is <c>−ln p</c>; q = 1 gives <c>1 − p</c>.
/// Z. Zhang and M. Sabuncu, 2018. Same as <c>keras.losses.categorical_generalized_cross_entropy</c>, which takes probabilities too.
/// </remarks>
/// <param name="Q">q: the exponent; greater than 0, at most 1.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
[Alias("generalized_cross_entropy")]
public sealed record GeneralizedCrossEntropy(double Q = 0.5, Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The exponent; greater than 0, at most 1.</summary>
    public double Q { get; init => field = Require.PositiveFraction(value); } = Require.PositiveFraction(Q);

    /// <inheritdoc/>
    public override string Name => "categorical_generalized_cross_entropy";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction with { Domain = Domain.UnitInterval }, ClassTarget];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new GeneralizedCrossEntropy(), new GeneralizedCrossEntropy(1, Reduction.Sum), new GeneralizedCrossEntropy(0.7, Reduction.None)];
}
