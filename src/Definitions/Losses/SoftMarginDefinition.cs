using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// ln(1 + e^−yx).
sealed class SoftMarginDefinition : ElementLossDefinition<SoftMargin>
{
    // The slope has the factors y and σ.
    protected override bool HasInnerFactors(SoftMargin spec) => true;

    protected override R Element<R>(SoftMargin spec, R prediction, R target) => R.Softplus(-(target * prediction));
}
