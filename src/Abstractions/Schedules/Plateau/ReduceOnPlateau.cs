using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Reduces the rate when a metric has stopped improving: a pure function of its state and the next metric.</summary>
/// <remarks>
/// A metric a improves on the best a* where <c>a &lt; a*(1 − θ)</c>, or <c>a &lt; a* − θ</c> for an absolute threshold; where higher is
/// better, the inequalities are reversed, with <c>1 + θ</c> and <c>+ θ</c>. After more than p steps in a row without improvement the rate
/// becomes <c>max(f·lr, minimum)</c>, unless that changes it by no more than ε; during the next c steps (cooldown) none counts as bad. NaN
/// never improves. Parameter groups share the metrics, and each group's rate is reduced by itself. Same as
/// <c>torch.optim.lr_scheduler.ReduceLROnPlateau</c>.
/// </remarks>
/// <param name="Mode">Whether a lower or a higher metric is better.</param>
/// <param name="Factor">f: the factor of a reduction; at least 0, less than 1.</param>
/// <param name="Patience">p: the number of steps without improvement that are tolerated; at least 0.</param>
/// <param name="Threshold">θ: the threshold of an improvement; finite.</param>
/// <param name="ThresholdMode">Whether the threshold is relative or absolute.</param>
/// <param name="Cooldown">c: the number of steps after a reduction in which none counts as bad; at least 0.</param>
/// <param name="MinimumRate">The minimum rate; at least 0.</param>
/// <param name="Epsilon">ε: a reduction by no more than this is not made; at least 0.</param>
public sealed record ReduceOnPlateau(
    PlateauMode Mode = PlateauMode.Min, double Factor = 0.1, int Patience = 10, double Threshold = 1e-4,
        ThresholdMode ThresholdMode = ThresholdMode.Rel,
    int Cooldown = 0, double MinimumRate = 0, double Epsilon = 1e-8) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>Whether a lower or a higher metric is better.</summary>
    public PlateauMode Mode { get; init => field = Require.Defined(value); } = Require.Defined(Mode);

    /// <summary>The factor of a reduction; at least 0, less than 1.</summary>
    public double Factor { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Factor);

    /// <summary>The number of steps without improvement that are tolerated; at least 0.</summary>
    public int Patience { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(Patience, 0);

    /// <summary>The threshold of an improvement; finite.</summary>
    public double Threshold { get; init => field = Require.Finite(value); } = Require.Finite(Threshold);

    /// <summary>Whether the threshold is relative or absolute.</summary>
    public ThresholdMode ThresholdMode { get; init => field = Require.Defined(value); } = Require.Defined(ThresholdMode);

    /// <summary>The number of steps after a reduction in which none counts as bad; at least 0.</summary>
    public int Cooldown { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(Cooldown, 0);

    /// <summary>The minimum rate; at least 0.</summary>
    [Option("min_lr")]
    public double MinimumRate { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MinimumRate);

    /// <summary>A reduction by no more than this is not made; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <inheritdoc/>
    public override string Name => "reduce_lr_on_plateau";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
    [
        new ReduceOnPlateau(), new ReduceOnPlateau(Factor: 0.5, Patience: 1, Threshold: 0.0625),
            new ReduceOnPlateau(PlateauMode.Max, 0.5, 2, 0.01, Cooldown: 2),
        new ReduceOnPlateau(Factor: 0.25, Patience: 0, Threshold: 0.5, ThresholdMode: ThresholdMode.Abs),
        new ReduceOnPlateau(PlateauMode.Max, 0.5, 1, 0.1, ThresholdMode.Abs, 1, MinimumRate: 0.02, Epsilon: 1e-3),
    ];

    /// <inheritdoc/>
    public override bool TakesMetrics => true;

    /// <inheritdoc/>
    protected internal override PlateauState First =>
        base.First with { Best = Mode == PlateauMode.Min ? double.PositiveInfinity : double.NegativeInfinity };

    /// <inheritdoc/>
    protected internal override PlateauState After(PlateauState state, double metric)
    {
        bool better = IsBetter(metric, state.Best), cooling = state.Cooldown > 0;
        int bad = better || cooling ? 0 : state.BadSteps + 1;
        PlateauState after =
            base.After(state, metric) with { Best = better ? metric : state.Best, BadSteps = bad, Cooldown = cooling ? state.Cooldown - 1 : 0 };
        return bad > Patience ? after with { BadSteps = 0, Cooldown = Cooldown, Reductions = state.Reductions + 1 } : after;
    }

    /// <inheritdoc/>
    protected internal override double At(double learningRate, PlateauState state)
    {
        double rate = learningRate;
        for (int i = 0; i < state.Reductions; i++)
            rate = Reduced(rate);
        return rate;
    }

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => step == 0
        ? learningRate
        : throw new ArgumentException($"{Name} must be given metrics: expected one per step, got {step} steps without.");

    double Reduced(double rate) => Math.Max(rate * Factor, MinimumRate) is var reduced && rate - reduced > Epsilon ? reduced : rate;

    bool IsBetter(double metric, double best) => (Mode, ThresholdMode) switch
    {
        (PlateauMode.Min, ThresholdMode.Rel) => metric < best * (1 - Threshold),
        (PlateauMode.Min, _) => metric < best - Threshold,
        (_, ThresholdMode.Rel) => metric > best * (1 + Threshold),
        _ => metric > best + Threshold,
    };
}
