using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·f·d^−½·min(s^−½, s·w^−1.5) with s = t + 1
sealed class NoamDefinition : ScheduleDefinition<Noam>
{
    protected override R At<R>(Noam spec, R start, long step)
    {
        R s = R.Exact(step + 1), w = R.Exact(spec.WarmUpSteps), d = R.Exact(spec.ModelSize), scale = start * R.Exact(spec.Factor);
        // Powers of −½ and −1.5 may come from a library's pow, or from roots and quotients.
        R smallest = R.Min(R.One / R.Sqrt(s), R.Hull(s / (w * R.Sqrt(w)), s * R.Exp(R.Exact(-1.5) * R.Log(w))));
        return R.Hull(scale / R.Sqrt(d), scale * (R.One / R.Sqrt(d))) * smallest;
    }
}
