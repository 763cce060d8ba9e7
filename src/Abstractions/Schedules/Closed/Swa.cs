using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Anneals the rate to a constant, for stochastic weight averaging.</summary>
/// <remarks>
/// <c>b(1 − α) + cα</c> with <c>α = (1 − cos πτ)/2</c> or τ, <c>τ = min(1, t/n)</c>; c at once where n is 0. Same as
/// <c>torch.optim.swa_utils.SWALR</c>. P. Izmailov and others, 2018.
/// </remarks>
/// <param name="FinalRate">c: the constant rate; at least 0.</param>
/// <param name="AnnealSteps">n: the number of annealing steps; at least 0.</param>
/// <param name="Anneal">The annealing curve.</param>
public sealed record Swa(double FinalRate, int AnnealSteps = 10, Anneal Anneal = Anneal.Cos) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The constant rate; at least 0.</summary>
    [Option("swa_lr")]
    public double FinalRate { get; init => field = Require.NotNegative(value); } = Require.NotNegative(FinalRate);

    /// <summary>The number of annealing steps; at least 0.</summary>
    [Option("anneal_epochs")]
    public int AnnealSteps { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(AnnealSteps, 0);

    /// <summary>The annealing curve.</summary>
    [Option("anneal_strategy")]
    public Anneal Anneal { get; init => field = Require.Defined(value); } = Require.Defined(Anneal);

    /// <inheritdoc/>
    public override string Name => "swa_lr";

    /// <inheritdoc/>
    public override int? Length => AnnealSteps;

    /// <inheritdoc/>
    public override bool ScalesRate => false;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Swa(0.05), new Swa(0.01, 5, Anneal.Linear), new Swa(0.5, 0)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step)
    {
        double weight = Weight(step);
        return FinalRate * weight + learningRate * (1 - weight);
    }

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step)
    {
        double before = step > 0 ? Weight(step - 1) : 0, weight = Weight(step),
            from = before == 1 ? FinalRate : (rate - before * FinalRate) / (1 - before);
        return FinalRate * weight + from * (1 - weight);
    }

    double Weight(long step) => AnnealSteps == 0 ? 1 : Anneal.At(0, 1, Math.Min(1, (double)step / AnnealSteps));
}
