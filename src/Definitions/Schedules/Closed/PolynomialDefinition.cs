using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// e + (b − e)·(1 − min(n, t)/n)ᵖ, and b for n = 0
sealed class PolynomialDefinition : ScheduleDefinition<Polynomial>
{
    protected override R At<R>(Polynomial spec, R start, long step) => FromEnd(spec, start, Curves.Power(Left<R>(spec, step), spec.Power));

    protected override R Next<R>(Polynomial spec, R start, R rate, long step) => step == 0 || step > spec.TotalIterations
        ? rate
        : FromEnd(spec, rate, Curves.Power(Left<R>(spec, step) / Left<R>(spec, step - 1), spec.Power));

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Polynomial spec, double start)
    {
        double end = spec.Power == 0 || spec.TotalIterations == 0 ? start : spec.EndRate;
        return [(0, start), (spec.TotalIterations, end), (spec.TotalIterations + 1L, end)];
    }

    static R FromEnd<R>(Polynomial spec, R rate, R factor)
        where R : struct, Numbers.IReal<R>
    {
        R end = R.FromHost(spec.EndRate);
        return spec.EndRate == 0 ? rate * factor : end + (rate - end) * factor;
    }

    static R Left<R>(Polynomial spec, long step)
        where R : struct, Numbers.IReal<R> => R.One - R.Exact(Math.Min(step, spec.TotalIterations)) / R.Exact(Math.Max(1, spec.TotalIterations));
}
