using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// ln(1 + e^−yx).
sealed class SoftMarginDefinition : ElementLossDefinition<SoftMargin>
{
    // The derivative −y·σ(−yx) may be computed directly, factor by factor, or from the exponential, in a form that does not overflow.
    protected override R Element<R>(SoftMargin spec, R prediction, R target)
    {
        R z = -(target * prediction), power = R.Detach(R.Exp(R.Min(z, R.Exact(80))));
        return R.WithDerivativeOf(R.Softplus(z), R.WithDerivativeOf(
            -(prediction * (target * R.Sigmoid(R.Detach(z)))),
            -(prediction * (target * power)) / (R.One + power)));
    }
}
