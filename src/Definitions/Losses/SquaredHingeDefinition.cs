using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, 1 − y·x)².
sealed class SquaredHingeDefinition : ElementLossDefinition<SquaredHinge>
{
    // A backward pass may multiply by y last.
    protected override R Element<R>(SquaredHinge spec, R prediction, R target)
    {
        R missed = Margin.Missed(R.One - target * prediction), twice = R.Detach(R.Two * missed);
        return R.WithSlopeOf(
            R.Square(missed), -(prediction * twice * R.Detach(target)) - target * twice * R.Detach(prediction));
    }
}
