using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·λ(t)
sealed class LambdaDefinition : ScheduleDefinition<Lambda>
{
    protected override R At<R>(Lambda spec, R start, long step) => start * R.Exact(spec.Factor.At(step));

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Lambda spec, double start) =>
        [(0, start * spec.Factor.At(0)), (1, start * spec.Factor.At(1)), (1000, start * spec.Factor.At(1000))];
}
