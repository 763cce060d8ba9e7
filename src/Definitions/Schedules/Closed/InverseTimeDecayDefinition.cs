using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b/(1 + r·t/n), or with ⌊t/n⌋
sealed class InverseTimeDecayDefinition : ScheduleDefinition<InverseTimeDecay>
{
    protected override R At<R>(InverseTimeDecay spec, R start, long step)
    {
        R time = spec.Staircase ? R.Exact(step / spec.DecaySteps) : R.Exact(step) / R.Exact(spec.DecaySteps);
        return start / (R.One + R.Exact(spec.DecayRate) * time);
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(InverseTimeDecay spec, double start) =>
        [(0, start), (spec.DecaySteps, start / (1 + spec.DecayRate)),
            .. spec.Staircase ? [(spec.DecaySteps - 1L, start)] : Array.Empty<(long, double)>()];
}
