namespace ParityNet.Tests.Schedules;

/// <summary>Where PyTorch, 1.13.1 and 2.6.0 alike, is known to differ: its rates, and that ours are those of the formula.</summary>
public class KnownDifferenceTests
{
    [Fact]
    public void Cycle_built_after_another_schedule_begins_from_the_optimizers_rate_in_PyTorch() =>
        Differs([0.1, 0.25, 0.5], [0.0, 0.25, 0.5], new Chained([new Exponential(0.5), new Cyclic(0, 0.5, 2)]));

    [Fact]
    public void Cycle_built_before_another_schedule_changes_its_base_in_PyTorch() =>
        Differs([0.0, 0.25, 0.0, 0.0], [0.0, 0.25, 0.1, 0.05], new Sequential([new Cyclic(0, 0.5, 2), new Exponential(0.5)], [2]));

    [Fact]
    public void One_cycle_anywhere_in_a_sequence_changes_the_first_rate_of_all_in_PyTorch() =>
        Differs([0.04, 0.02, 0.04], [0.1, 0.05, 0.04], new Sequential([new Exponential(0.5), new OneCycle(1, 10)], [2]));

    [Fact]
    public void Restart_at_an_epoch_given_comes_late_in_PyTorch_where_a_logarithm_rounds_down()
    {
        const double theirs = 0;

        Assert.NotEqual(theirs, new CosineWarmRestarts(1, 3).RateWithin(0.1, 121));
        Assert.Equal(0.1, new CosineWarmRestarts(1, 3).RateWithin(0.1, 121));
    }

    [Fact]
    public void Factors_after_a_milestone_go_on_from_the_rate_they_find_in_PyTorch() =>
        Differs([0.1, 0.05, 0.05, 0.025], [0.1, 0.05, 0.1, 0.05], new Sequential([new Exponential(0.5), new Multiplicative(new Factors(0.5))], [2]));

    [Fact]
    public void Averaging_after_a_milestone_begins_one_step_late_in_PyTorch() =>
        Differs([0.1, 0.1, 0.05, 0.0], [0.1, 0.1, 0.1, 0.05], new Sequential([new Exponential(1), new Swa(0, 2, Anneal.Linear)], [2]));

    static void Differs(double[] theirs, double[] formula, ScheduleSpec schedule)
    {
        double[] ours = [.. schedule.Rates(0.1).Take(formula.Length)];

        Assert.Equal(formula, ours.Select(rate => Math.Round(rate, 15)));
        Assert.NotEqual(theirs, formula);
    }
}
