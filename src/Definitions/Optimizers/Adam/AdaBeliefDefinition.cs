using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// J. Zhuang and others, 2020: m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)(g − m)² + ε′, then as Adam with s for v.
sealed class AdaBeliefDefinition : OptimizerDefinition<AdaBelief>
{
    protected override void Update<R>(AdaBelief spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), mean = x["exp_avg"] = Mean(x["exp_avg"], g, spec.Beta1);
        R spread = x["exp_avg_var"] = MeanOfSquares(x["exp_avg_var"], g - mean, spec.Beta2) + R.FromHost(spec.EpsilonRoot);
        R divisor = R.Sqrt(spread) / R.FromHost(Host.Sqrt(1 - Host.Pow(spec.Beta2, step))) + R.FromHost(spec.Epsilon);
        x.Parameter -= Scaled(R.FromHost(rate / (1 - Host.Pow(spec.Beta1, step))), mean, divisor);
    }
}
