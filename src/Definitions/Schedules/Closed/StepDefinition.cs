using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·γ^⌊t/s⌋
sealed class StepDefinition : ScheduleDefinition<Step>
{
    protected override R At<R>(Step spec, R start, long step) => start * R.Pow(R.Exact(spec.Gamma), step / spec.StepSize);

    protected override R Next<R>(Step spec, R start, R rate, long step) =>
        step == 0 || step % spec.StepSize != 0 ? rate : rate * R.Exact(spec.Gamma);

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Step spec, double start) =>
        [(0, start), (spec.StepSize - 1, start), (spec.StepSize, start * spec.Gamma), (2L * spec.StepSize - 1, start * spec.Gamma)];
}
