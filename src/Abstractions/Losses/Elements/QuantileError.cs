using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// The quantile (pinball) loss: errors weighted by their sign, so that the best constant prediction is a quantile of the targets.
/// </summary>
/// <remarks>
/// <c>q·max(0, r) + (1 − q)·max(0, −r)</c> with <c>r = target − prediction</c>. Derivative: <c>−q</c> below the target, <c>1 − q</c> above
/// it, and 0 where both are equal, as in L1; with q = ½ it is half of L1. R. Koenker and G. Bassett, 1978. The names are those of
/// scikit-learn, whose regressors have a loss <c>quantile</c> with an option <c>quantile</c>, and of TensorFlow Addons
/// (<c>pinball_loss</c>).
/// </remarks>
/// <param name="Quantile">q: the quantile, the fraction of targets that should be below the prediction; from 0 to 1.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
[Alias("pinball_loss")]
public sealed record QuantileError(double Quantile = 0.5, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>q: the quantile, the fraction of targets that should be below the prediction; from 0 to 1.</summary>
    public double Quantile { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Quantile);

    /// <inheritdoc/>
    public override string Name => "quantile_loss";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new QuantileError(), new QuantileError(0.9, Reduction.Sum), new QuantileError(0.1, Reduction.None)];
}
