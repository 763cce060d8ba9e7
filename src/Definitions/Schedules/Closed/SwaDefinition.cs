using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b(1 − α) + cα; PyTorch first recovers b from the current rate.
sealed class SwaDefinition : ScheduleDefinition<Swa>
{
    protected override R At<R>(Swa spec, R start, long step) =>
        R.Exact(spec.FinalRate) * Weight<R>(spec, step) + start * (R.One - Weight<R>(spec, step));

    protected override R Next<R>(Swa spec, R start, R rate, long step)
    {
        R final = R.Exact(spec.FinalRate);
        if (step > spec.AnnealSteps || spec.AnnealSteps == 0)
            return final;
        R before = Weight<R>(spec, Math.Max(0, step - 1)), from = (rate - before * final) / (R.One - before), weight = Weight<R>(spec, step);
        return final * weight + from * (R.One - weight);
    }

    protected override IEnumerable<(long Step, double Rate)> Landmarks(Swa spec, double start) =>
        [(0, spec.AnnealSteps == 0 ? spec.FinalRate : start), (spec.AnnealSteps, spec.FinalRate), (spec.AnnealSteps + 1L, spec.FinalRate)];

    static R Weight<R>(Swa spec, long step)
        where R : struct, IReal<R>
    {
        if (step >= spec.AnnealSteps)
            return R.One;
        return spec.Anneal == Anneal.Cos
            ? (R.One - Curves.CosOfPi<R>(step, spec.AnnealSteps)) / R.Two
            : R.Exact(step) / R.Exact(spec.AnnealSteps);
    }
}
