using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// η + (b − η)(1 + cos(πt/T))/2
sealed class CosineAnnealingDefinition : ScheduleDefinition<CosineAnnealing>
{
    protected override R At<R>(CosineAnnealing spec, R start, long step) =>
        step == 0 ? start : R.Exact(spec.Minimum) + (start - R.Exact(spec.Minimum)) * (R.One + Curves.CosOfPi<R>(step, spec.Period)) / R.Two;

    protected override R Next<R>(CosineAnnealing spec, R start, R rate, long step)
    {
        R smallest = R.Exact(spec.Minimum);
        if (step == 0)
            return rate;
        // After the minimum the quotient would divide by 0.
        if ((step - 1 - spec.Period) % (2L * spec.Period) == 0)
            return rate + (start - smallest) * (R.One - Curves.CosOfPi<R>(1, spec.Period)) / R.Two;
        return (R.One + Curves.CosOfPi<R>(step, spec.Period)) / (R.One + Curves.CosOfPi<R>(step - 1, spec.Period)) * (rate - smallest) + smallest;
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(CosineAnnealing spec, double start) =>
        [(0, start), (spec.Period, spec.Minimum)];
}
