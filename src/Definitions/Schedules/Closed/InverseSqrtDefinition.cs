using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// a + (b − a)·t/w for t < w, then b·√(w/t)
sealed class InverseSqrtDefinition : ScheduleDefinition<InverseSqrt>
{
    protected override R At<R>(InverseSqrt spec, R start, long step)
    {
        R w = R.Exact(spec.WarmUpSteps), t = R.Exact(step), first = R.Exact(spec.InitialRate);
        return step < spec.WarmUpSteps
            ? first + R.Hull((start - first) * t / w, t * ((start - first) / w))
            : R.Hull(start * R.Sqrt(w / t), start * R.Sqrt(w) * (R.One / R.Sqrt(t)));
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(InverseSqrt spec, double start) =>
        [(0, spec.InitialRate), (spec.WarmUpSteps, start), (4L * spec.WarmUpSteps, start / 2)];
}
