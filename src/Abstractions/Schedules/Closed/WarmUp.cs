using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Linear warm-up to the first rate of a schedule, then that schedule.</summary>
/// <remarks>
/// With r the first rate of the schedule: <c>r·(s + (1 − s)·t/n)</c> for <c>t &lt; n</c>, then the schedule from its own step 0.
/// A <see cref="ReduceOnPlateau"/> that follows does not observe the metrics of the n warm-up steps.
/// P. Goyal and others, 2017. Where r is the optimizer's own rate and s is not 0, it equals a <c>LinearLR</c> followed by the schedule in
/// <c>torch.optim.lr_scheduler.SequentialLR</c>.
/// </remarks>
/// <param name="Schedule">The schedule that follows.</param>
/// <param name="Steps">n: the number of warm-up steps; at least 1.</param>
/// <param name="StartFactor">s: the fraction of the first rate at which the warm-up starts; from 0 to 1.</param>
public sealed record WarmUp(ScheduleSpec Schedule, int Steps, double StartFactor = 0) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The schedule that follows.</summary>
    public ScheduleSpec Schedule { get; init; } = Schedule ?? throw new ArgumentNullException(nameof(Schedule));

    /// <summary>The number of warm-up steps; at least 1.</summary>
    [Option("warmup_steps")]
    public int Steps { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Steps, 1);

    /// <summary>The fraction of the first rate at which the warm-up starts; from 0 to 1.</summary>
    public double StartFactor { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(StartFactor);

    /// <inheritdoc/>
    public override string Name => "warmup";

    /// <inheritdoc/>
    public override int? Length => Schedule.Length + Steps;

    /// <inheritdoc/>
    public override long? Last => Schedule.Last + Steps;

    /// <inheritdoc/>
    public override bool ScalesRate => Schedule.ScalesRate;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
        [new WarmUp(new CosineAnnealing(20), 5), new WarmUp(new Linear(), 4, 0.25), new WarmUp(new OneCycle(0.1, 12), 3, 0.5)];

    /// <inheritdoc/>
    public override bool TakesMetrics => Schedule.TakesMetrics;

    /// <inheritdoc/>
    protected internal override PlateauState First => Schedule.First;

    /// <inheritdoc/>
    protected internal override PlateauState After(PlateauState state, double metric)
    {
        if (state.Step < Steps)
            return base.After(state, metric);
        PlateauState after = Schedule.After(state with { Step = state.Step - Steps }, metric);
        return after with { Step = after.Step + Steps };
    }

    /// <inheritdoc/>
    protected internal override double At(double learningRate, PlateauState state) =>
        state.Step < Steps ? At(learningRate, state.Step) : Schedule.At(learningRate, state with { Step = state.Step - Steps });

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => step < Steps
        ? Schedule.At(learningRate, 0) * (StartFactor + (1 - StartFactor) * step / Steps)
        : Schedule.At(learningRate, step - Steps);

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) =>
        step <= Steps ? At(learningRate, step) : Schedule.Next(learningRate, rate, step - Steps);

    /// <inheritdoc/>
    protected internal override double? MomentumAt(long step) => Schedule.MomentumAt(Math.Max(0, step - Steps));

    /// <inheritdoc/>
    protected internal override IEnumerable<double> All(double learningRate) =>
        Enumerable.Range(0, Steps).Select(step => At(learningRate, step)).Concat(Schedule.All(learningRate));
}
