using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Several schedules one after another.</summary>
/// <remarks>
/// From each milestone on, the next schedule runs from its own step 0. Same as <c>torch.optim.lr_scheduler.SequentialLR</c>, with three
/// differences: every schedule starts from the optimizer's rate b (in PyTorch a <c>CyclicLR</c> or <c>OneCycleLR</c> anywhere in the list
/// changes b, and a <c>MultiplicativeLR</c> continues from the current rate); an <c>SWALR</c> begins at its step 0, not 1; and schedules
/// may be nested. A <see cref="ReduceOnPlateau"/> observes only the metrics of its own steps.
/// </remarks>
/// <param name="Schedules">The schedules, in their order; at least one.</param>
/// <param name="Milestones">The steps at which the second and each later schedule begins; at least 1, in non-decreasing order.</param>
public sealed record Sequential(ImmutableArray<ScheduleSpec> Schedules, ImmutableArray<int> Milestones) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    readonly ByItems<ScheduleSpec> schedules = Some(Schedules);
    readonly ByItems<int> milestones = Ordered(Milestones, Schedules.Length);

    /// <summary>The schedules, in their order; at least one.</summary>
    [Option("schedulers")]
    public ImmutableArray<ScheduleSpec> Schedules => schedules.Items;

    /// <summary>The steps at which the second and each later schedule begins.</summary>
    public ImmutableArray<int> Milestones => milestones.Items;

    /// <inheritdoc/>
    public override string Name => "sequential_lr";

    /// <inheritdoc/>
    public override int? Length => Schedules[^1].Length + (Milestones.IsEmpty ? 0 : Milestones[^1]);

    /// <inheritdoc/>
    public override long? Last => Schedules[^1].Last + (Milestones.IsEmpty ? 0 : Milestones[^1]);

    /// <inheritdoc/>
    public override bool ScalesRate => Schedules.All(schedule => schedule.ScalesRate);

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
    [
        new Sequential([new Constant(0.1, 2), new Exponential(0.9)], [2]),
            new Sequential([new Linear(0.1, 1, 5), new CosineAnnealing(10), new Constant(0.5, 3)], [5, 12]),
        new Sequential([new Polynomial(4), new Cyclic(0.01, 0.1, 3)], [4]),
    ];

    /// <inheritdoc/>
    public override bool TakesMetrics => Schedules.Any(schedule => schedule.TakesMetrics);

    /// <inheritdoc/>
    protected internal override PlateauState First => Schedules[0].First;

    /// <inheritdoc/>
    protected internal override PlateauState After(PlateauState state, double metric)
    {
        (int position, int start) = PositionOf(state.Step);
        int next = PositionOf(state.Step + 1).Position;
        PlateauState after = next == position
            ? Schedules[position].After(state with { Step = state.Step - start }, metric)
            : Schedules[next].First;
        return after with { Step = state.Step + 1 };
    }

    /// <inheritdoc/>
    protected internal override double At(double learningRate, PlateauState state)
    {
        (int position, int start) = PositionOf(state.Step);
        return Schedules[position].At(learningRate, state with { Step = state.Step - start });
    }

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step)
    {
        (int position, int start) = PositionOf(step);
        return Schedules[position].At(learningRate, step - start);
    }

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step)
    {
        (int position, int start) = PositionOf(step);
        return step == start && position > 0 ? Schedules[position].At(learningRate, 0) : Schedules[position].Next(learningRate, rate, step - start);
    }

    /// <inheritdoc/>
    protected internal override double? MomentumAt(long step)
    {
        (int position, int start) = PositionOf(step);
        if (Schedules[position].MomentumAt(step - start) is { } own)
            return own;
        // The optimizer keeps the momentum set last; before any is set, PyTorch's constructors have set that of the first later schedule
        // with one.
        return start > 0
            && MomentumAt(start - 1) is { } before ? before : Schedules[position..].Select(s => s.MomentumAt(0)).FirstOrDefault(m => m is not null);
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<double> All(double learningRate)
    {
        for (int position = 0; position < Schedules.Length; position++)
        {
            IEnumerable<double> rates = Schedules[position].All(learningRate);
            int start = position == 0 ? 0 : Milestones[position - 1];
            foreach (double rate in position < Milestones.Length ? rates.Take(Milestones[position] - start) : rates)
                yield return rate;
        }
    }

    (int Position, int Start) PositionOf(long step)
    {
        int position = Milestones.Count(milestone => milestone <= step);
        return (position, position == 0 ? 0 : Milestones[position - 1]);
    }

    static ImmutableArray<ScheduleSpec> Some(ImmutableArray<ScheduleSpec> schedules) =>
        !schedules.IsDefaultOrEmpty && schedules.All(s => s is not null)
        ? schedules
        : throw new ArgumentException($"{nameof(Schedules)} must hold at least one schedule: expected a list of them, got none.");

    static ImmutableArray<int> Ordered(ImmutableArray<int> milestones, int schedules)
    {
        ImmutableArray<int> given = milestones.IsDefault ? [] : milestones;
        if (given.Length != schedules - 1)
            throw new ArgumentException($"{nameof(Milestones)} must be one fewer than schedules: expected {schedules - 1}, got {given.Length}.");
        return given.Prepend(1).Zip(given, (before, next) => before <= next).All(inOrder => inOrder)
            ? given
            : throw new ArgumentException(
                $"{nameof(Milestones)} must be numbers of at least 1 in order: expected none smaller than the one before, got " +
                $"[{string.Join(", ", given)}].");
    }
}
