using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// X. Chen and others, 2023: θ ← θ(1 − ηλ) − η·sign(β₁m + (1 − β₁)g), m ← β₂m + (1 − β₂)g.
sealed class LionDefinition : OptimizerDefinition<Lion>
{
    protected override void Update<R>(Lion spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), old = x["exp_avg"];
        x["exp_avg"] = Mean(old, g, spec.Beta2);
        x.Parameter -= R.FromHost(rate) * R.Sign(Mean(old, g, spec.Beta1));
    }
}
