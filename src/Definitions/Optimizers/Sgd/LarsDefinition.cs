using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// Y. You, I. Gitman and B. Ginsburg, 2017, with the norm of the decayed gradient:
// d = g + λθ, b ← μb + η·c‖θ‖/(‖d‖ + ε)·d, θ ← θ − b.
sealed class LarsDefinition : TensorDefinition<Lars>
{
    protected override void Update<R>(Lars spec, Variable<R> x, long step, Host rate)
    {
        R[] old = x.Numbers, direction = [.. x.Derivative(spec).Zip(old, (g, p) => spec.WeightDecay == 0 ? g : g + R.FromHost(spec.WeightDecay) * p)];
        R size = Trust.Norm(old), length = Trust.Norm(direction), eta = R.FromHost(rate), mu = R.FromHost(spec.Momentum);
        R ratio = Trust.Ratio(size, length, () => Trust.Scaled(R.FromHost(spec.TrustCoefficient), size, length + R.FromHost(spec.Epsilon)));
        R[] moves = Array.ConvertAll(direction, d => R.Hull(eta * ratio * d, eta * (ratio * d)));
        R[] buffer = x["momentum_buffer"] = [.. x["momentum_buffer"].Zip(moves, (b, move) => mu * b + move)];
        x.Numbers = [.. old.Select((p, i) => p - (spec.Nesterov ? moves[i] + mu * buffer[i] : buffer[i]))];
    }
}
