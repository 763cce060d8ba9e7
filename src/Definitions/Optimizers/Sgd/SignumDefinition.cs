using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// J. Bernstein and others, 2018: b ← μb + (1 − μ)g, θ ← θ(1 − ηλ) − η·sign(b).
sealed class SignumDefinition : OptimizerDefinition<Signum>
{
    protected override void Update<R>(Signum spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate);
        if (spec.Momentum > 0)
            g = x["momentum_buffer"] = Mean(x["momentum_buffer"], g, spec.Momentum);
        x.Parameter -= R.FromHost(rate) * R.Sign(g);
    }
}
