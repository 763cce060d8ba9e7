namespace ParityNet.Tests.Schedules;

public class BoundaryTests
{
    [Fact]
    public void Constant_ends_after_its_iterations()
    {
        var schedule = new Constant(0.25, 5);

        Assert.Equal([0.5, 0.5, 2, 2], Rates(schedule, 2, 0, 4, 5, 6));
        Assert.Equal([2, 2], Rates(Constant.Full, 2, 0, 1));
    }

    [Fact]
    public void Schedule_of_no_iterations_stays_where_PyTorch_leaves_it()
    {
        Assert.Equal([0.5, 0.5, 0.5], Rates(new Constant(0.25, 0), 2, 0, 1, 900));
        Assert.Equal([0.5, 0.5, 0.5], Rates(new Linear(0.25, 1, 0), 2, 0, 1, 900));
        Assert.Equal([2, 2, 2], Rates(new Polynomial(0, 2), 2, 0, 1, 900));
        Assert.Null(new Constant(0.25, 0).Length);
    }

    [Fact]
    public void Step_falls_at_each_multiple_of_its_size() =>
        Assert.Equal([8, 8, 4, 4, 2], Rates(new Step(3, 0.5), 8, 0, 2, 3, 5, 6));

    [Fact]
    public void Exponential_falls_at_each_step() => Assert.Equal([8, 4, 2, 1], Rates(new Exponential(0.5), 8, 0, 1, 2, 3));

    [Fact]
    public void Linear_goes_from_its_first_factor_to_its_last_and_stays() =>
        Assert.Equal([2, 4, 8, 8, 8], Rates(new Linear(0.25, 1, 6), 8, 0, 2, 6, 7, 600));

    [Fact]
    public void Cosine_starts_at_the_rate_and_reaches_the_smallest_one()
    {
        var schedule = new CosineAnnealing(10, 0.5);

        Assert.Equal([8, 0.5, 8, 0.5], Rates(schedule, 8, 0, 10, 20, 30));
        Assert.True(schedule.Rate(8, 9) > 0.5 && schedule.Rate(8, 11) > 0.5);
    }

    [Fact]
    public void Cosine_stays_between_its_ends()
    {
        for (int period = 1; period < 40; period++)
            for (int step = 0; step < 4 * period; step++)
                Assert.InRange(new CosineAnnealing(period, 0.25).Rate(2, step), 0.25, 2);
    }

    [Fact]
    public void Rates_and_steps_out_of_range_are_refused_by_every_schedule()
    {
        foreach (ScheduleSpec schedule in Catalog.Examples<ScheduleSpec>())
        {
            Assert.Equal("learningRate must be a finite number of at least 0, got -1.", Refused(() => schedule.Rate(-1, 0)));
            Assert.Equal("learningRate must be a finite number of at least 0, got NaN.", Refused(() => schedule.Rate(double.NaN, 0)));
            Assert.Equal("step must be an integer of at least 0, got -1.", Refused(() => schedule.Rate(0.1, -1)));
        }
    }

    static double[] Rates(ScheduleSpec schedule, double start, params long[] steps) => [.. steps.Select(step => schedule.Rate(start, step))];

    static string Refused(Func<object> call) => Assert.Throws<ArgumentOutOfRangeException>(call).Message;
}
