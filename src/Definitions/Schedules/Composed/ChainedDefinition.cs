using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// At every step each schedule updates the rate set by the one before it.
sealed class ChainedDefinition : ScheduleDefinition<Chained>
{
    protected override R At<R>(Chained spec, R start, long step)
    {
        R rate = start;
        for (long i = 0; i <= step; i++)
            rate = Next(spec, start, rate, i);
        return rate;
    }

    protected override R Next<R>(Chained spec, R start, R rate, long step)
    {
        foreach (ScheduleSpec schedule in spec.Schedules)
            rate = Of(schedule).Next(schedule, start, rate, step);
        return rate;
    }

    protected override R Momentum<R>(Chained spec, long step)
    {
        ScheduleSpec last = spec.Schedules.Last(schedule => schedule.Momentum(0) is not null);
        return Of(last).Momentum<R>(last, step);
    }
}
