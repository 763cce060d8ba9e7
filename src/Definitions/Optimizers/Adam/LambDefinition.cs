using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// Y. You and others, 2020: u = Adam's direction + λθ, θ ← θ − η·‖θ‖/‖u‖·u.
sealed class LambDefinition : TensorDefinition<Lamb>
{
    protected override void Update<R>(Lamb spec, Variable<R> x, long step, Host rate)
    {
        R[] old = x.Numbers, g = x.Derivative(spec);
        R[] mean = x["exp_avg"] = [.. x["exp_avg"].Zip(g, (m, next) => Means.Of(m, next, spec.Beta1))];
        R[] square = x["exp_avg_sq"] = [.. x["exp_avg_sq"].Zip(g, (v, next) => Means.OfSquares(v, next, spec.Beta2))];
        Host first = 1 - Host.Pow(spec.Beta1, step), second = 1 - Host.Pow(spec.Beta2, step);
        R[] direction = [.. old.Select((p, i) => Direction(mean[i], square[i], p))];
        R size = Trust.Norm(old), length = Trust.Norm(direction), eta = R.FromHost(rate);
        R ratio = Trust.Ratio(size, length, () => size / length);
        x.Numbers = [.. old.Zip(direction, (p, u) => p - R.Hull(eta * ratio * u, eta * (ratio * u)))];

        R Direction(R m, R v, R p)
        {
            R root = R.Hull(R.Sqrt(v) / R.FromHost(Host.Sqrt(second)), R.Sqrt(v / R.FromHost(second)));
            R divisor = root + R.FromHost(spec.Epsilon);
            R move = R.Hull(m / R.FromHost(first) / divisor, m / divisor / R.FromHost(first));
            return spec.WeightDecay == 0 ? move : move + R.FromHost(spec.WeightDecay) * p;
        }
    }
}
