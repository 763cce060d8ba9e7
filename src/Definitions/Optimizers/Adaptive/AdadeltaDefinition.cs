using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// M. D. Zeiler, 2012: s ← ρs + (1 − ρ)g², Δ = √(a + ε)/√(s + ε)·g, a ← ρa + (1 − ρ)Δ², θ ← θ − ηΔ.
sealed class AdadeltaDefinition : OptimizerDefinition<Adadelta>
{
    protected override void Update<R>(Adadelta spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), epsilon = R.FromHost(spec.Epsilon);
        R square = x["square_avg"] = MeanOfSquares(x["square_avg"], g, spec.Rho);
        R delta = Scaled(g, R.Sqrt(x["acc_delta"] + epsilon), R.Sqrt(square + epsilon));
        x["acc_delta"] = MeanOfSquares(x["acc_delta"], delta, spec.Rho);
        x.Parameter -= R.FromHost(rate) * delta;
    }
}
