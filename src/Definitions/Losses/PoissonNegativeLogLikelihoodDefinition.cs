using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// eˣ − y·x, or x − y·ln(x + ε); with Stirling's approximation of ln y! where y > 1.
sealed class PoissonNegativeLogLikelihoodDefinition : ElementLossDefinition<PoissonNegativeLogLikelihood>
{
    protected override R Element<R>(PoissonNegativeLogLikelihood spec, R prediction, R target)
    {
        R loss = spec.LogInput
            ? R.Exp(prediction) - target * prediction
            : OfRate(prediction, target, R.FromHost(spec.Epsilon));
        return spec.Full ? loss + R.Where(target <= R.One, () => R.Zero, () => Stirling(target)) : loss;
    }

    // A backward pass multiplies by y before it divides by x + ε.
    static R OfRate<R>(R x, R y, R epsilon)
        where R : struct, IReal<R>
    {
        R rate = x + epsilon, log = R.Log(rate);
        return R.WithSlopeOf(x - y * log, x - x * R.Detach(y) / R.Detach(rate) - y * R.Detach(log));
    }

    // A backward pass may multiply by y before it divides by it, and adds up the slopes of the parts in an order of its own.
    static R Stirling<R>(R y)
        where R : struct, IReal<R>
    {
        R log = R.Log(y), count = R.Detach(y), product = R.WithSlopeOf(y * log, y * R.Detach(log) + y * count / count);
        return R.Sum([product, -y, R.Half * R.Log(R.FromHost(2 * Host.Pi) * y)], SumClass.Any);
    }
}
