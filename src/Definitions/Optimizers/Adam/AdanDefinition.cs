using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// X. Xie and others, 2022: moving averages of the gradient, of the gradient differences, and of the square of their combination.
sealed class AdanDefinition : OptimizerDefinition<Adan>
{
    protected override void Update<R>(Adan spec, Coordinate<R> x, long step, Host rate)
    {
        R g = spec.NoProximal ? Decayed(spec, x, rate) : x.Gradient, difference = step == 1 ? g - g : x["neg_pre_grad"] + g;
        R mean = x["exp_avg"] = Mean(x["exp_avg"], g, spec.Beta1);
        R change = x["exp_avg_diff"] = Mean(x["exp_avg_diff"], difference, spec.Beta2);
        R square = x["exp_avg_sq"] = MeanOfSquares(x["exp_avg_sq"], R.FromHost(spec.Beta2) * difference + g, spec.Beta3);
        x["neg_pre_grad"] = -g;
        R divisor = R.Sqrt(square) / R.FromHost(Host.Sqrt(1 - Host.Pow(spec.Beta3, step))) + R.FromHost(spec.Epsilon);
        x.Parameter -= Scaled(R.FromHost(rate / (1 - Host.Pow(spec.Beta1, step))), mean, divisor);
        x.Parameter -= Scaled(R.FromHost(rate * spec.Beta2 / (1 - Host.Pow(spec.Beta2, step))), change, divisor);
        if (!spec.NoProximal)
            x.Parameter /= R.FromHost(1 + rate * spec.WeightDecay);
    }
}
