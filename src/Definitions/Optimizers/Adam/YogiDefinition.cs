using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// M. Zaheer and others, 2018: v ← v − (1 − β₂)·sign(v − g²)·g², else as Adam.
sealed class YogiDefinition : OptimizerDefinition<Yogi>
{
    protected override void Update<R>(Yogi spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), mean = x["exp_avg"] = Mean(x["exp_avg"], g, spec.Beta1), fresh = R.Square(g);
        R old = x["exp_avg_sq"], square = x["exp_avg_sq"] = old - R.FromHost(1 - Host.Of(spec.Beta2)) * R.Sign(old - fresh) * fresh;
        R divisor = R.Sqrt(square / R.FromHost(1 - Host.Pow(spec.Beta2, step)) + R.FromHost(spec.EpsilonRoot)) + R.FromHost(spec.Epsilon);
        x.Parameter -= Scaled(R.FromHost(rate / (1 - Host.Pow(spec.Beta1, step))), mean, divisor);
    }
}
