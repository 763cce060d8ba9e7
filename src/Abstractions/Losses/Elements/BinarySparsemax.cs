using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// The binary sparsemax loss, whose probability is piecewise linear: confident predictions of the right outcome have loss 0.
/// </summary>
/// <remarks>
/// With <c>z = x</c> for the outcome 0 and <c>z = −x</c> for any other: 0 where <c>z ≤ −1</c>, <c>z</c> where <c>z ≥ 1</c>, else
/// <c>¼(z + 1)²</c>. Derivative with respect to z: ½(z + 1) clamped to [0, 1]; 0 for NaN, as in libtorch's clamp. The target has no
/// gradient. A. Martins and R. Astudillo, 2016. Same as <c>optax.sparsemax_loss</c>.
/// </remarks>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record BinarySparsemax(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "sparsemax_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, new("target") { Domain = Domain.UnitInterval, TakesIntegers = true }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new BinarySparsemax(), new BinarySparsemax(Reduction.Sum), new BinarySparsemax(Reduction.None)];
}
