using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Keeps a running average of the weights beside another optimizer, whose steps it does not change.</summary>
/// <remarks>
/// After the first step <c>ā = θ</c>; then <c>ā ← δā + (1 − δ)θ</c>, or <c>ā ← ā + (θ − ā)/t</c> for the arithmetic mean. The average is
/// the slot <c>averaged</c>. Same as <c>torch.optim.swa_utils.AveragedModel</c> with <c>get_ema_avg_fn</c>, or with its default, updated
/// after every step. B. T. Polyak and A. Juditsky, 1992; P. Izmailov and others, 2018.
/// </remarks>
/// <param name="Optimizer">The inner optimizer.</param>
/// <param name="Decay">δ: the decay rate of the average; from 0 to 1. The arithmetic mean does not use it.</param>
/// <param name="Averaging">How the weights are averaged over steps.</param>
public sealed record Ema(OptimizerSpec Optimizer, double Decay = 0.999, AveragingForm Averaging = AveragingForm.Exponential)
    : OptimizerWrapper(Optimizer, new("averaged", StartsAtParameter: true)), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "ema";

    /// <summary>The decay rate of the average; from 0 to 1.</summary>
    public double Decay { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Decay);

    /// <summary>How the weights are averaged over steps.</summary>
    public AveragingForm Averaging { get; init => field = Require.Defined(value); } = Require.Defined(Averaging);

    /// <inheritdoc/>
    public override bool KeepsRate => true;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Ema(new Sgd(0.1)), new Ema(new Adam(0.1), 0.5), new Ema(new Sgd(0.1, 0.9, Maximize: true), Averaging: AveragingForm.Equal),
        new Ema(new AdamW(), 0),
    ];
}
