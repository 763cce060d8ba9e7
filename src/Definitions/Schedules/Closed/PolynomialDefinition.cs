using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·(1 − min(n, t)/n)ᵖ, and b for n = 0
sealed class PolynomialDefinition : ScheduleDefinition<Polynomial>
{
    protected override R At<R>(Polynomial spec, R start, long step) => start * Curves.Power(Left<R>(spec, step), spec.Power);

    protected override R Next<R>(Polynomial spec, R start, R rate, long step) => step == 0 || step > spec.TotalIterations
        ? rate
        : rate * Curves.Power(Left<R>(spec, step) / Left<R>(spec, step - 1), spec.Power);

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Polynomial spec, double start)
    {
        double end = spec.Power == 0 || spec.TotalIterations == 0 ? start : 0;
        return [(0, start), (spec.TotalIterations, end), (spec.TotalIterations + 1L, end)];
    }

    static R Left<R>(Polynomial spec, long step)
        where R : struct, Numbers.IReal<R> => R.One - R.Exact(Math.Min(step, spec.TotalIterations)) / R.Exact(Math.Max(1, spec.TotalIterations));
}
