using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·f for t < n, then b. For n = 0 PyTorch's recursion scales forever, unlike its own closed form; the recursion is what runs.
sealed class ConstantDefinition : ScheduleDefinition<Constant>
{
    protected override R At<R>(Constant spec, R start, long step) =>
        step < spec.TotalIterations || spec.TotalIterations == 0 ? start * R.Exact(spec.Factor) : start;

    protected override R Next<R>(Constant spec, R start, R rate, long step) =>
        step == 0 ? rate * R.Exact(spec.Factor)
        : step != spec.TotalIterations ? rate
        : spec.Factor == 0 ? start : rate * (R.One / R.Exact(spec.Factor));

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Constant spec, double start) => spec.TotalIterations == 0
        ? [(0, start * spec.Factor), (1, start * spec.Factor), (1000, start * spec.Factor)]
        : [(0, start * spec.Factor), (spec.TotalIterations, start), (spec.TotalIterations + 1L, start)];
}
