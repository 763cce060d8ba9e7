using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The Poly-1 loss: cross-entropy plus the first term of its Taylor series with an extra weight.</summary>
/// <remarks>
/// <c>Σ_c y_c(−ln p_c + ε(1 − p_c))</c> with <c>p = softmax(x)</c> over the last dimension; a class index is a one-hot row.
/// Derivative with respect to the log-probability: <c>g_c = −y_c(1 + ε·p_c)</c>, with respect to x: <c>g − p·Σ g</c>. With ε = 0 it is
/// cross-entropy. Z. Leng and others, 2022. Same as <c>optax.losses.poly_loss_cross_entropy</c>.
/// </remarks>
/// <param name="Epsilon">ε: the extra weight of the first term; finite.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
[Alias("poly_loss")]
public sealed record PolyCrossEntropy(double Epsilon = 2, Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The extra weight of the first term; finite.</summary>
    public double Epsilon { get; init => field = Require.Finite(value); } = Require.Finite(Epsilon);

    /// <inheritdoc/>
    public override string Name => "poly_loss_cross_entropy";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, ClassTarget];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new PolyCrossEntropy(), new PolyCrossEntropy(-0.5, Reduction.Sum), new PolyCrossEntropy(0, Reduction.None)];
}
