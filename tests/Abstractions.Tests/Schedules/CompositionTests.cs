using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Tests.Schedules;

public class CompositionTests
{
    [Fact]
    public void Schedule_follows_another_for_as_long_as_that_lasts()
    {
        Sequential schedule = new Step(3, 0.5).After(new Linear(0.25, 1, 4));

        Assert.Equal([2, 3.5, 5, 6.5, 8, 8, 8, 4], schedule.Rates(8).Take(8));
        Assert.Equal(schedule, new Linear(0.25, 1, 4).Then(new Step(3, 0.5)));
        Assert.Equal([8, 4, 8, 8], new Constant(0.5, 1).Then(new Exponential(1)).After(new Exponential(0.5), 1).Rates(8).Take(4));
    }

    [Fact]
    public void Schedule_without_an_end_is_followed_only_after_a_number_of_steps()
    {
        Assert.Equal("steps must be given where first has no end: expected a number, got none for step_lr.",
            Assert.Throws<ArgumentException>(() => new Exponential(0.5).After(new Step(30))).Message);
        Assert.Equal([8, 4, 8, 4, 2], new Exponential(0.5).After(new Exponential(0.5), 2).Rates(8).Take(5));
    }

    [Fact]
    public void Warm_up_rises_to_the_first_rate_of_what_follows() =>
        Assert.Equal([0, 2, 4, 6, 8, 4, 2], new Exponential(0.5).WarmedUp(4).Rates(8).Take(7));

    [Fact]
    public void Chained_schedules_scale_the_rate_together() =>
        Assert.Equal([4, 2, 2, 1], new Constant(0.5, 2).Times(new Exponential(0.5)).Rates(8).Take(4));

    [Fact]
    public void Optimizer_takes_rate_and_momentum_of_a_step()
    {
        var cycle = new Cyclic(0.25, 1, 2, BaseMomentum: 0.5, MaximumMomentum: 0.75);

        Assert.Equal(new Sgd(0.25, 0.75), cycle.Apply(new Sgd(0.1, 0.9), 0));
        Assert.Equal(new Sgd(1, 0.5), cycle.Apply(new Sgd(0.1, 0.9), 2));
        Assert.Equal(new Adam(1, 0.5), cycle.Apply(new Adam(), 2));
        Assert.Equal(new RmsProp(1, Momentum: 0.5), cycle.Apply(new RmsProp(), 2));
        Assert.Equal(new Sgd(0.05, 0.9), new Exponential(0.5).Apply(new Sgd(0.1, 0.9), 1));
        Assert.Equal(new Adagrad(1), (cycle with { CycleMomentum = false }).Apply(new Adagrad(), 2));
        Assert.Equal(new Lookahead(new Sgd(1, 0.5)), cycle.Apply(new Lookahead(new Sgd(0.1, 0.9)), 2));
        Assert.Equal(new Groups([new Sgd(1, 0.5), new Adam(1, 0.5)], [0, 1]), cycle.Apply(new Groups([new Sgd(0.1), new Adam(0.1)], [0, 1]), 2));
        Assert.Equal("The optimizer must have a momentum where the schedule changes it: expected one such as sgd or adam, got adagrad.",
            Assert.Throws<ArgumentException>(() => cycle.Apply(new Adagrad(), 2)).Message);
    }

    [Fact]
    public void Each_group_takes_the_rate_that_the_schedule_makes_of_its_own()
    {
        Groups groups = Of(0.5, 0.0625), cycled = new([new Sgd(1, 0.5), new Sgd(1, 0.5)], [0, 1]);

        Assert.Equal(Of(0.25, 0.25), new CosineAnnealing(2, 0.25).Apply(groups, 2));
        Assert.Equal(Of(0.25, 0.03125), new Step(2, 0.5).Apply(groups, 2));
        Assert.Equal(Of(0.125, 0.125), new Swa(0.125, 4).Apply(groups, 4));
        Assert.Equal(cycled, new Cyclic(0.25, 1, 2, BaseMomentum: 0.5, MaximumMomentum: 0.75).Apply(groups, 2));
        Assert.Equal(new ClipGradNorm(Of(0.25, 0.25), 1), new CosineAnnealing(2, 0.25).Apply(new ClipGradNorm(groups, 1), 2));
        var plateau = new ReduceOnPlateau(Factor: 0.5, Patience: 0, MinimumRate: 0.05);
        Assert.Equal(Of(0.125, 0.05), plateau.Apply(groups, After(plateau, 3, 1, 1, 1)));

        static Groups Of(double first, double second) => new([new Sgd(first, 0.9), new Sgd(second, 0.9)], [0, 1]);
    }

    [Fact]
    public void Plateau_after_a_warm_up_or_another_schedule_sees_its_own_metrics_alone()
    {
        var plateau = new ReduceOnPlateau(Factor: 0.5, Patience: 0);

        // Of the five metrics only the last two are the plateau's: one to begin with, one no better.
        Assert.Equal([0, 1, 2, 3, 3, 1.5], plateau.WarmedUp(3).Rates(3, [1, 9, 0.5, 4, 4]));
        Assert.Equal([0.75, 1.875, 3, 3, 1.5], plateau.WarmedUp(2, 0.25).Rates(3, [1, 1, 1, 1]));
        Assert.Equal([0, 1, 0, 1, 2], plateau.WarmedUp(2).WarmedUp(2).Rates(2, [1, 1, 1, 1]).Select((rate, i) => i < 2 ? i : rate));
        Assert.Equal([1.5, 2.25, 3, 3, 1.5], plateau.After(new Linear(0.5, 1, 2)).Rates(3, [1, 9, 4, 4]));
        Assert.Equal([3, 3, 1.5, 3, 3], plateau.Then(new Exponential(1), 3).Rates(3, [1, 1, 1, 1]));
        Assert.Equal(new Sgd(1.5, 0.9), plateau.WarmedUp(2).Apply(new Sgd(3, 0.9), After(plateau.WarmedUp(2), 3, 1, 1, 1, 1)));
    }

    [Fact]
    public void Rate_that_depends_on_metrics_is_not_told_from_the_step_alone()
    {
        Assert.Equal("reduce_lr_on_plateau must be given metrics: expected one per step, got 2 steps without.",
            Assert.Throws<ArgumentException>(() => new ReduceOnPlateau().WarmedUp(3).Rate(0.1, 5)).Message);
        Assert.Equal("Schedules must be functions of the step where all act at once: expected none that takes metrics, got reduce_lr_on_plateau.",
            Assert.Throws<ArgumentException>(() => new Step(3).Times(new ReduceOnPlateau())).Message);
        Assert.Equal(new Exponential(0.5).Rates(8).Take(4), new Exponential(0.5).Rates(8, [1, 2, 3]));
    }

    [Fact]
    public void Cycle_takes_a_height_of_ones_own_by_cycle_or_by_step()
    {
        Assert.Equal([1, 2, 1, 3, 1, 2], new Cyclic(1, 2, 1, Scale: new(cycle => cycle % 2 == 0 ? 2 : 1)).Rates(9).Take(6));
        Assert.Equal([1, 2, 1, 4], new Cyclic(1, 2, 1, Mode: CyclicMode.ExpRange, Gamma: 0, Scale: new(step => step), ScaleMode: CyclicScale.Iterations).Rates(9).Take(4));
        Assert.Equal(0.8, new Cyclic(1, 2, 1, Scale: new(cycle => cycle)).Momentum(1)!.Value, 15);
    }

    static PlateauState After(ScheduleSpec schedule, double rate, params double[] metrics) => metrics.Aggregate(schedule.Start(rate), schedule.Observe);

    [Fact]
    public void Every_optimizer_with_momentum_or_betas_takes_the_momentum_of_a_schedule()
    {
        var cycle = new OneCycle(1, 10, WarmupFraction: 0.3);
        foreach (OpEntry op in Catalog.Of(OpKind.Optimizer).Where(op => op.Options.Any(o => o.Name is "momentum" or "betas")))
        {
            OptimizerSpec applied = cycle.Apply((OptimizerSpec)op.Examples[0], 2);
            Assert.Equal(0.85, op.Options.First(o => o.Name is "momentum" or "betas").Property.GetValue(applied));
        }
    }

    [Fact]
    public void Momentum_of_a_sequence_stays_as_it_was_set_last()
    {
        var cycle = new Cyclic(0.25, 1, 2, BaseMomentum: 0.5, MaximumMomentum: 0.75);
        var schedule = new Sequential([new Constant(), cycle, new Exponential(0.5)], [2, 4]);

        Assert.Equal([0.75, 0.75, 0.75, 0.625, 0.625, 0.625], Enumerable.Range(0, 6).Select(step => schedule.Momentum(step)!.Value));
        Assert.Null(new Sequential([new Constant(), new Exponential(0.5)], [2]).Momentum(1));
    }

    [Fact]
    public void Function_of_ones_own_gives_the_factors()
    {
        Assert.Equal([8, 4, 2], new Lambda(step => Math.Pow(2, -step)).Rates(8).Take(3));
        Assert.Equal([8, 4, 2], new Multiplicative(_ => 0.5).Rates(8).Take(3));
        Assert.Equal("Factors must be a finite number of at least 0, got -1.", Assert.Throws<ArgumentOutOfRangeException>(() => new Lambda(_ => -1).Rate(1, 0)).Message);
        Assert.Equal(new Lambda(new Factors(1, 0.5)), new Lambda(new Factors(1, 0.5)));
    }

    [Fact]
    public void Restarts_take_epochs_in_parts()
    {
        var schedule = new CosineWarmRestarts(2, 2);

        Assert.Equal(8, schedule.RateWithin(8, 6));
        Encloses(schedule, 8, 1, schedule.RateWithin(8, 1));
        Encloses(schedule, 8, 4, schedule.RateWithin(8, 4));
        // Half an epoch of two is a step of four.
        Encloses(new CosineWarmRestarts(4, 2), 8, 1, schedule.RateWithin(8, 0.5));
    }

    [Theory]
    [InlineData(1, "Milestones must be one fewer than schedules: expected 1, got 2.")]
    [InlineData(2, "Milestones must be numbers of at least 1 in order: expected none smaller than the one before, got [5, 4].")]
    [InlineData(0, "Schedules must hold at least one schedule: expected a list of them, got none.")]
    public void Sequence_that_is_none_is_refused(int which, string message) => Assert.Equal(message, Assert.Throws<ArgumentException>(() => which switch
    {
        0 => new Sequential([], []),
        1 => new Sequential([new Step(30), new Step(30)], [1, 2]),
        _ => new Sequential([new Step(30), new Step(30), new Step(30)], [5, 4]),
    }).Message);

    [Fact]
    public void One_cycle_ends_with_one_step_past_its_end()
    {
        var schedule = new OneCycle(1, 10, Anneal: Anneal.Linear, DivFactor: 4, FinalDivFactor: 25);

        Assert.Equal([0.25, 1], new[] { schedule.Rate(9, 0), schedule.Rate(9, 2) });
        Encloses(schedule, 9, 9, 0.01);
        Encloses(schedule, 9, 9, schedule.Rate(9, 9));
        Assert.True(schedule.Rate(9, 10) < 0);
        Assert.Equal("step must be at most the number of steps of one_cycle_lr: expected at most 10, got 11.",
            Assert.Throws<ArgumentException>(() => schedule.Rate(9, 11)).Message);
    }

    static void Encloses(ScheduleSpec schedule, double start, long step, double rate)
    {
        var bounds = Definition.Rate<Enclosure<double>>(schedule, start, step);
        Assert.True(bounds.Contains(rate), $"expected {bounds}, got {rate:R}.");
    }
}
