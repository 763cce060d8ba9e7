using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// T. Dozat, 2016: θ ← θ − η(1 − μₜ)/(1 − P)·g/d − ημₜ₊₁/(1 − P·μₜ₊₁)·m/d with d = √(v/(1 − β₂ᵗ)) + ε and P the product of all μ to t.
sealed class NAdamDefinition : OptimizerDefinition<NAdam>
{
    protected override void Update<R>(NAdam spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), mean = x["exp_avg"] = Mean(x["exp_avg"], g, spec.Beta1);
        R square = x["exp_avg_sq"] = MeanOfSquares(x["exp_avg_sq"], g, spec.Beta2);
        R divisor = R.Sqrt(square / R.FromHost(1 - Host.Pow(spec.Beta2, step))) + R.FromHost(spec.Epsilon);
        Host now = Momentum(spec, step), then = Momentum(spec, step + 1);
        // Some implementations round P to the element type and subtract it from 1 in double.
        R product = x["mu_product"] * R.FromHost(now);
        x.Parameter -= Scaled(R.FromHost(rate * (1 - now)) / (R.One - product), g, divisor);
        x.Parameter -= Scaled(R.FromHost(rate * then) / (R.One - product * R.FromHost(then)), mean, divisor);
    }

    protected override void UpdateScalars<R>(NAdam spec, Variable<R> x, long step, Host rate) =>
        x["mu_product"] = [x["mu_product"][0] * R.FromHost(Momentum(spec, step))];

    static Host Momentum(NAdam spec, long step) => spec.Beta1 * (1 - 0.5 * Host.Pow(0.96, Host.Of(step) * spec.MomentumDecay));
}
