using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// η + (b − η)(1 + cos(πτ/Tᵢ))/2, with τ and Tᵢ counted as PyTorch's step() counts them.
sealed class CosineWarmRestartsDefinition : ScheduleDefinition<CosineWarmRestarts>
{
    protected override R At<R>(CosineWarmRestarts spec, R start, long step)
    {
        long since = step, period = spec.FirstPeriod;
        while (since >= period)
        {
            since -= period;
            period *= spec.Growth;
        }

        R smallest = R.Exact(spec.Minimum);
        return smallest + (start - smallest) * (R.One + Curves.CosOfPi<R>(since, period)) / R.Two;
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(CosineWarmRestarts spec, double start)
    {
        double first = spec.Minimum + (start - spec.Minimum) * 2 / 2;
        return [(0, first), (spec.FirstPeriod, first), (spec.FirstPeriod * (1L + spec.Growth), first)];
    }
}
