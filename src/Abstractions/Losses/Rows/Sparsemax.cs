using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// The convex loss of sparsemax, the projection of scores onto the probability simplex; it is 0 where the target class leads by 1.
/// </summary>
/// <remarks>
/// <c>½(1 − ‖p‖²) + Σ p·x − x_y</c> with <c>p = sparsemax(x) = max(0, x − τ)</c> over the last dimension, where τ is such that p sums to 1.
/// Derivative: <c>p − onehot(y)</c>. A. Martins and R. Astudillo, 2016. Same as <c>optax.losses.multiclass_sparsemax_loss</c>.
/// </remarks>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record Sparsemax(Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "multiclass_sparsemax_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, new("target", OperandKind.Indices)];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new Sparsemax(), new Sparsemax(Reduction.Sum), new Sparsemax(Reduction.None)];
}
