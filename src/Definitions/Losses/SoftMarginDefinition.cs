using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// ln(1 + e^−yx).
sealed class SoftMarginDefinition : ElementLossDefinition<SoftMargin>
{
    // The slope −y·σ(−yx) may be formed at once, or factor by factor.
    protected override R Element<R>(SoftMargin spec, R prediction, R target)
    {
        R z = -(target * prediction);
        return R.WithSlopeOf(R.Softplus(z), -(prediction * (target * R.Sigmoid(R.Detach(z)))));
    }
}
