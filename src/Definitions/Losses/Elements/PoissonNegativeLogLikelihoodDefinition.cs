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

    static R OfRate<R>(R x, R y, R epsilon)
        where R : struct, IReal<R> => x - y * R.Log(x + epsilon);

    static R Stirling<R>(R y)
        where R : struct, IReal<R> => R.Sum([y * R.Log(y), -y, R.Half * R.Log(R.FromHost(2 * Host.Pi) * y)], SumClass.Any);
}
