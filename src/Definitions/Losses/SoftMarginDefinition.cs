using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// ln(1 + e^−yx).
sealed class SoftMarginDefinition : ElementLossDefinition<SoftMargin>
{
    // The slope −y·σ(−yx) may be formed at once, factor by factor, or of the exponential as long as that is finite.
    protected override R Element<R>(SoftMargin spec, R prediction, R target)
    {
        R z = -(target * prediction), e = R.Detach(R.Exp(z));
        R atOnce = -(prediction * (target * R.Sigmoid(R.Detach(z))));
        R asWritten = R.Where(e < R.Exact(double.PositiveInfinity), () => -(prediction * (target * e)) / (R.One + e), () => atOnce);
        return R.WithSlopeOf(R.Softplus(z), R.WithSlopeOf(atOnce, asWritten));
    }
}
