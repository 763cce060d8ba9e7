using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·λ(1)·…·λ(t); equal factors may be computed by a library's pow.
sealed class MultiplicativeDefinition : ScheduleDefinition<Multiplicative>
{
    protected override R At<R>(Multiplicative spec, R start, long step)
    {
        R rate = start, product = R.One;
        long same = spec.Factor.Listed is { } list ? Math.Min(step, list.Length - 1) : step;
        for (long i = 1; i <= same; i++)
        {
            rate *= R.Exact(spec.Factor.At(i));
            product *= R.Exact(spec.Factor.At(i));
        }

        R last = step > same ? R.Pow(R.Exact(spec.Factor.At(step)), step - same) : R.One;
        return R.Hull(rate * last, start * (product * last));
    }

    protected override R Next<R>(Multiplicative spec, R start, R rate, long step) => step == 0 ? rate : rate * R.Exact(spec.Factor.At(step));

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Multiplicative spec, double start) =>
        [(0, start), (1, start * spec.Factor.At(1))];
}
