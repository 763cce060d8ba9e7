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
    public void Every_optimizer_with_momentum_or_betas_takes_the_momentum_of_a_schedule()
    {
        var cycle = new OneCycle(1, 10, RisingShare: 0.3);
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
        var schedule = new OneCycle(1, 10, Anneal: Anneal.Linear, Division: 4, FinalDivision: 25);

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
