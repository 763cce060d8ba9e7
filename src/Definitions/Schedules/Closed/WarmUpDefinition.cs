using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// r·(s + (1 − s)·t/n) for t < n, where r is the first rate of the schedule that follows
sealed class WarmUpDefinition : ScheduleDefinition<WarmUp>
{
    protected override R At<R>(WarmUp spec, R start, long step)
    {
        if (step >= spec.Steps)
            return Of(spec.Schedule).At(spec.Schedule, start, step - spec.Steps);
        R factor = R.Exact(spec.StartFactor);
        return Of(spec.Schedule)
            .At(spec.Schedule, start, 0)
            * (factor + R.Hull((R.One - factor) * R.Exact(step) / R.Exact(spec.Steps), (R.One - factor) * (R.Exact(step) / R.Exact(spec.Steps))));
    }

    protected override R Next<R>(WarmUp spec, R start, R rate, long step) =>
        step <= spec.Steps ? At(spec, start, step) : Of(spec.Schedule).Next(spec.Schedule, start, rate, step - spec.Steps);

    protected override R Momentum<R>(WarmUp spec, long step) => Of(spec.Schedule).Momentum<R>(spec.Schedule, Math.Max(0, step - spec.Steps));

    protected override IEnumerable<(long Step, double Rate)> Landmarks(WarmUp spec, double start) =>
        Of(spec.Schedule).Landmarks(spec.Schedule, start).Select(mark => (mark.Step + spec.Steps, mark.Rate));
}
