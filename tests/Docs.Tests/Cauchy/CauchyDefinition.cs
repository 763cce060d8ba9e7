using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// ln(1 + ½r²).
sealed class CauchyDefinition : ElementLossDefinition<Cauchy>
{
    protected override R Element<R>(Cauchy spec, R prediction, R target)
    {
        R r = prediction - target, half = R.Half * R.Square(r);
        // Autograd divides by 1 + ½r² first and multiplies by r after; at once it is r/(1 + ½r²).
        return R.WithSlopeOf(R.Log1p(half), r * (R.Detach(r) / R.Detach(R.One + half)));
    }
}
