namespace ParityNet.Tests.Schedules;

/// <summary>The length of a schedule is the number of steps after which its rate stays, found by walking along the rates.</summary>
public class LengthTests
{
    const double Start = 0.3;

    public static TheoryData<ScheduleSpec> WithLength => [.. Parity.Catalog.All.SelectMany(entry => entry.Examples).OfType<ScheduleSpec>()
        .Append(new Chained([new Constant(0.1, 3), new Linear(0.5, 1, 7)])).Append(new Chained([new Polynomial(9), new Constant(0.5, 4)]))
        .Append(new Sequential([new Linear(0.1, 1, 5), new Polynomial(6)], [5]))
        .Where(schedule => schedule.Length is not null)];

    [Theory, MemberData(nameof(WithLength))]
    public void The_rate_stays_from_the_length_on_and_not_before(ScheduleSpec schedule)
    {
        // A schedule with a last step, as one_cycle_lr, goes on for that step, as PyTorch's does.
        long length = schedule.Length!.Value, last = schedule.Last is null ? length + 9 : length;
        double end = schedule.Rate(Start, length);
        for (long step = length; step <= last; step++)
            Assert.Equal(end, schedule.Rate(Start, step));
        if (length > 0 && schedule.Rate(Start, 0) != end)
            Assert.NotEqual(end, schedule.Rate(Start, length - 1));
    }

    [Fact]
    public void A_chain_with_an_endless_schedule_has_no_length() =>
        Assert.Null(new Chained([new Constant(0.1, 3), new Exponential(0.9)]).Length);
}
