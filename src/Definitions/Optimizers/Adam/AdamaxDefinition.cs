using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// D. P. Kingma and J. Ba, 2015: m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g| + ε), θ ← θ − η/(1 − β₁ᵗ)·m/u.
sealed class AdamaxDefinition : OptimizerDefinition<Adamax>
{
    protected override void Update<R>(Adamax spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), mean = x["exp_avg"] = Mean(x["exp_avg"], g, spec.Beta1), epsilon = R.FromHost(spec.Epsilon);
        bool inside = spec.Placement == EpsilonPlacement.Inside;
        R largest = x["exp_inf"] = R.Max(R.FromHost(spec.Beta2) * x["exp_inf"], inside ? R.Abs(g) + epsilon : R.Abs(g));
        x.Parameter -= Scaled(R.FromHost(rate / (1 - Host.Pow(spec.Beta1, step))), mean, inside ? largest : largest + epsilon);
    }
}
