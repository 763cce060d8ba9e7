using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// B/d → B in [0, pT − 1], (→ B/d in [pT − 1, 2pT − 2],) → B/(df) in [.., T − 1], and on along the curve.
sealed class OneCycleDefinition : ScheduleDefinition<OneCycle>
{
    protected override R At<R>(OneCycle spec, R start, long step)
    {
        R top = R.Exact(spec.MaximumRate), first = top / R.Exact(spec.DivFactor);
        return Way(spec, step, first, top, first, first / R.Exact(spec.FinalDivFactor));
    }

    protected override R Momentum<R>(OneCycle spec, long step)
    {
        R most = R.Exact(spec.MaximumMomentum);
        return Way(spec, step, most, R.Exact(spec.BaseMomentum), most, most);
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(OneCycle spec, double start)
    {
        // The peak is exact if it falls on a step; with linear annealing it is rounded.
        double rise = spec.WarmupFraction * spec.Steps - 1;
        return rise > 0 && rise == Math.Floor(rise) && spec.Anneal == Anneal.Cos ? [((long)rise, spec.MaximumRate)] : [];
    }

    static R Way<R>(OneCycle spec, long step, R first, R top, R back, R last)
        where R : struct, IReal<R>
    {
        double p = spec.WarmupFraction, rise = p * spec.Steps - 1, fall = 2 * p * spec.Steps - 2, end = spec.Steps - 1;
        return step <= rise ? On(first, top, 0, rise)
            : !spec.ThreePhases ? On(top, last, rise, end)
            : step <= fall ? On(top, back, rise, fall)
            : On(back, last, fall, end);

        R On(R from, R to, double begin, double finish) => Curves.Between(spec.Anneal, from, to, (step - begin) / (finish - begin));
    }
}
