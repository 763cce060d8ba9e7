using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// At each milestone the next schedule starts at its own step 0, whose rate is the closed form.
sealed class SequentialDefinition : ScheduleDefinition<Sequential>
{
    protected override R At<R>(Sequential spec, R start, long step)
    {
        (int position, int from) = PositionOf(spec, step);
        ScheduleSpec schedule = spec.Schedules[position];
        return Of(schedule).At(schedule, start, step - from);
    }

    protected override R Next<R>(Sequential spec, R start, R rate, long step)
    {
        (int position, int from) = PositionOf(spec, step);
        ScheduleSpec schedule = spec.Schedules[position];
        return position > 0 && step == from ? Of(schedule).At(schedule, start, 0) : Of(schedule).Next(schedule, start, rate, step - from);
    }

    protected override R Momentum<R>(Sequential spec, long step)
    {
        (int position, int from) = PositionOf(spec, step);
        ScheduleSpec schedule = spec.Schedules[position];
        if (schedule.Momentum(0) is not null)
            return Of(schedule).Momentum<R>(schedule, step - from);
        ScheduleSpec? before = spec.Schedules[..position].LastOrDefault(s => s.Momentum(0) is not null);
        if (before is null)
        {
            ScheduleSpec next = spec.Schedules[position..].First(s => s.Momentum(0) is not null);
            return Of(next).Momentum<R>(next, 0);
        }

        int last = spec.Schedules.LastIndexOf(before, position - 1);
        return Of(before).Momentum<R>(before, spec.Milestones[last] - 1L - (last == 0 ? 0 : spec.Milestones[last - 1]));
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Sequential spec, double start) =>
        spec.Milestones.Select((milestone, i) => ((long)milestone, PositionOf(spec, milestone).Position == i + 1, spec.Schedules[i + 1]))
            .Where(mark => mark.Item2).Select(mark => (mark.Item1, mark.Item3.Rate(start, 0)));

    static (int Position, int From) PositionOf(Sequential spec, long step)
    {
        int position = spec.Milestones.Count(milestone => milestone <= step);
        return (position, position == 0 ? 0 : spec.Milestones[position - 1]);
    }
}
