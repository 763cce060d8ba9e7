using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// R. Koenker and G. Bassett, 1978: q·max(0, r) + (1 − q)·max(0, −r) with r = y − x, and the derivative 0 at 0.
sealed class QuantileErrorDefinition : ElementLossDefinition<QuantileError>
{
    protected override R Element<R>(QuantileError spec, R prediction, R target)
    {
        R r = target - prediction;
        return R.FromHost(spec.Quantile) * Positive(r) + R.FromHost(Host.One - spec.Quantile) * Positive(-r);
    }

    static R Positive<R>(R r)
        where R : struct, IReal<R> => R.Where(r <= R.Zero, R.Zero, r);
}
