using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// ln cosh r = |r| + ln(1 + e^−2|r|) − ln 2, in which nothing overflows.
sealed class LogCoshDefinition : ElementLossDefinition<LogCosh>
{
    protected override R Element<R>(LogCosh spec, R prediction, R target)
    {
        R size = R.Abs(prediction - target), e = R.Exp(-R.Two * size);
        // Autograd divides by 1 + e first and multiplies by e and 2 after, which matters where gradients underflow.
        return R.WithSlopeOf(
            size + R.Log1p(e) - R.FromHost(Host.Log(2)),
            size - R.Two * (size / (R.One + R.Detach(e)) * R.Detach(e)));
    }
}
