using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·(s + (e − s)·min(n, t)/n), and b·s for n = 0
sealed class LinearDefinition : ScheduleDefinition<Linear>
{
    protected override R At<R>(Linear spec, R start, long step)
    {
        R first = R.Exact(spec.StartFactor), n = R.Exact(Math.Max(1, spec.TotalIterations));
        return start * (first + (R.Exact(spec.EndFactor) - first) * R.Exact(Math.Min(step, spec.TotalIterations)) / n);
    }

    protected override R Next<R>(Linear spec, R start, R rate, long step)
    {
        R first = R.Exact(spec.StartFactor), rise = R.Exact(spec.EndFactor) - first;
        return step == 0 ? rate * first
            : step > spec.TotalIterations ? rate
            : rate * (R.One + rise / (R.Exact(spec.TotalIterations) * first + R.Exact(step - 1) * rise));
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Linear spec, double start)
    {
        double last = spec.Rate(start, spec.TotalIterations);
        return [(0, start * spec.StartFactor), (spec.TotalIterations + 1L, last), (10L * spec.TotalIterations, last)];
    }
}
