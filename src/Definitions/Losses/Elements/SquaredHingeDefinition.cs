using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, 1 − y·x)².
sealed class SquaredHingeDefinition : ElementLossDefinition<SquaredHinge>
{
    protected override R Element<R>(SquaredHinge spec, R prediction, R target) => R.Square(Margin.Missed(R.One - target * prediction));
}
