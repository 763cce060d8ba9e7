using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// T. Tieleman and G. Hinton, 2012: s ← αs + (1 − α)g², divisor √s + ε, centered √(s − ḡ²) + ε with ḡ ← αḡ + (1 − α)g.
sealed class RmsPropDefinition : OptimizerDefinition<RmsProp>
{
    protected override void Update<R>(RmsProp spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x), spread = x["square_avg"] = MeanOfSquares(x["square_avg"], g, spec.Alpha);
        if (spec.Centered)
            spread -= R.Square(x["grad_avg"] = Mean(x["grad_avg"], g, spec.Alpha));
        R divisor = R.Sqrt(spread) + R.FromHost(spec.Epsilon), eta = R.FromHost(rate);
        x.Parameter -= spec.Momentum == 0
            ? Scaled(eta, g, divisor)
            : eta * (x["momentum_buffer"] = R.FromHost(spec.Momentum) * x["momentum_buffer"] + g / divisor);
    }
}
