using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// T. Tieleman and G. Hinton, 2012: s ← αs + (1 − α)g², divisor √s + ε, centered √(s − ḡ²) + ε with ḡ ← αḡ + (1 − α)g.
sealed class RmsPropDefinition : OptimizerDefinition<RmsProp>
{
    protected override void Update<R>(RmsProp spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), square = x["square_avg"] = MeanOfSquares(x["square_avg"], g, spec.Alpha);
        Host correction = 1 - Host.Pow(spec.Alpha, step);
        R spread = Corrected(square);
        if (spec.Centered)
            spread -= R.Square(Corrected(x["grad_avg"] = Mean(x["grad_avg"], g, spec.Alpha)));
        R epsilon = R.FromHost(spec.Epsilon), eta = R.FromHost(rate);
        R divisor = spec.Placement == EpsilonPlacement.Inside ? R.Sqrt(spread + epsilon) : R.Sqrt(spread) + epsilon;
        if (spec.Momentum == 0)
        {
            x.Parameter -= Scaled(eta, g, divisor);
            return;
        }

        R kept = R.FromHost(spec.Momentum) * x["momentum_buffer"];
        x.Parameter -= spec.Form == MomentumForm.Velocity
            ? x["momentum_buffer"] = kept + Scaled(eta, g, divisor)
            : eta * (x["momentum_buffer"] = kept + g / divisor);

        R Corrected(R mean) => spec.BiasCorrection ? mean / R.FromHost(correction) : mean;
    }
}
