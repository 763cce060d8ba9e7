using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

// B. T. Polyak and A. Juditsky, 1992: ā ← δā + (1 − δ)θ, or ā ← ā + (θ − ā)/t; after the first step ā = θ.
sealed class EmaDefinition : WrapperDefinition<Ema>
{
    protected override void Update<R>(Ema spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        Inner(spec, all, step, rate);
        foreach (Variable<R> x in all)
            x["averaged"] = step == 1 ? [.. x.Numbers] : [.. x["averaged"].Zip(x.Numbers, Next)];

        R Next(R old, R now)
        {
            if (spec.Averaging == AveragingForm.Exponential)
                return R.Hull(R.FromHost(spec.Decay) * old + R.FromHost(1 - Host.Of(spec.Decay)) * now,
                    Means.Between(old, now, 1 - Host.Of(spec.Decay)));
            R difference = now - old;
            return R.Hull(old + difference / R.Exact(step), old + difference * R.FromHost(Host.One / step));
        }
    }
}
