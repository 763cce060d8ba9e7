using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·γᵗ
sealed class ExponentialDefinition : ScheduleDefinition<Exponential>
{
    protected override R At<R>(Exponential spec, R start, long step) => start * R.Pow(R.Exact(spec.Gamma), step);

    protected override R Next<R>(Exponential spec, R start, R rate, long step) => step == 0 ? rate : rate * R.Exact(spec.Gamma);

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Exponential spec, double start) => [(0, start), (1, start * spec.Gamma)];
}
