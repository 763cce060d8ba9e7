using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// ln(1 + ½r²).
sealed class CauchyDefinition : ElementLossDefinition<Cauchy>
{
    protected override R Element<R>(Cauchy spec, R prediction, R target) => R.Log1p(R.Half * R.Square(prediction - target));
}
