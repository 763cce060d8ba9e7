using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// J. Duchi, E. Hazan and Y. Singer, 2011: S ← S + g², θ ← θ − η/(1 + (t − 1)d)·g/(√S + ε).
sealed class AdagradDefinition : OptimizerDefinition<Adagrad>
{
    protected override void Update<R>(Adagrad spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), sum = x["sum"] += R.Square(g);
        R size = R.FromHost(rate / (1 + (step - 1) * Host.Of(spec.LearningRateDecay)));
        R epsilon = R.FromHost(spec.Epsilon);
        x.Parameter -= Scaled(size, g, spec.Placement == EpsilonPlacement.Inside ? R.Sqrt(sum + epsilon) : R.Sqrt(sum) + epsilon);
    }
}
