using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Several schedules at once: at every step each updates the rate left by the one before it.</summary>
/// <remarks>
/// Same as <c>torch.optim.lr_scheduler.ChainedScheduler</c>. Where all of them scale the rate, the result is <c>b</c> times all their
/// factors. One that sets the rate regardless of its value before, such as <see cref="Lambda"/> or <see cref="OneCycle"/>, overrides those
/// before it; one with a minimum rate, such as <see cref="CosineAnnealing"/>, updates the current rate recursively and may take a rate
/// below its minimum to below 0, as PyTorch does. All start from the optimizer's rate b; in PyTorch a <c>CyclicLR</c> or <c>OneCycleLR</c>
/// changes the b of those built after it, and a <c>CyclicLR</c> that is not the first has b for its own first rate.
/// </remarks>
/// <param name="Schedules">The schedules, in the order in which they are applied; at least one.</param>
public sealed record Chained(ImmutableArray<ScheduleSpec> Schedules) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    readonly ByItems<ScheduleSpec> schedules = Some(Schedules);

    /// <summary>The schedules, in the order in which they are applied; at least one.</summary>
    [Option("schedulers")]
    public ImmutableArray<ScheduleSpec> Schedules { get => schedules.Items; init => schedules = Some(value); }

    /// <inheritdoc/>
    public override string Name => "chained_scheduler";

    /// <inheritdoc/>
    public override int? Length => Schedules.Max(schedule => schedule.Length ?? int.MaxValue) is var most and < int.MaxValue ? most : null;

    /// <inheritdoc/>
    public override long? Last => Schedules.Min(schedule => schedule.Last);

    /// <inheritdoc/>
    public override bool ScalesRate => Schedules.All(schedule => schedule.ScalesRate);

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
    [
        new Chained([new Constant(0.1, 2), new Exponential(0.9)]), new Chained([new Linear(0.5, 1, 4), new CosineAnnealing(10), new Step(3, 0.5)]),
        new Chained([new OneCycle(0.1, 20), new MultiStep([5])]),
    ];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => All(learningRate).Take(checked((int)step + 1)).Last();

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) =>
        Schedules.Aggregate(rate, (before, schedule) => schedule.Next(learningRate, before, step));

    /// <inheritdoc/>
    protected internal override double? MomentumAt(long step) =>
        Schedules.Select(schedule => schedule.MomentumAt(step)).LastOrDefault(momentum => momentum is not null);

    /// <inheritdoc/>
    protected internal override IEnumerable<double> All(double learningRate)
    {
        double rate = learningRate;
        for (long step = 0; ; step++)
            yield return rate = Next(learningRate, rate, step);
    }

    static ImmutableArray<ScheduleSpec> Some(ImmutableArray<ScheduleSpec> schedules)
    {
        if (schedules.IsDefaultOrEmpty || schedules.Any(s => s is null))
            throw new ArgumentException($"{nameof(Schedules)} must hold at least one schedule: expected a list of them, got none.");
        return schedules.FirstOrDefault(s => s.TakesMetrics) is not { } other ? schedules
            : throw new ArgumentException(
                $"{nameof(Schedules)} must be functions of the step where all act at once: expected none that takes metrics, got {other.Name}.");
    }
}
