using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, 1 − y·x)².
sealed class SquaredHingeDefinition : ElementLossDefinition<SquaredHinge>
{
    // The slope has the factors 2, y and the hinge.
    protected override bool HasInnerFactors(SquaredHinge spec) => true;

    protected override R Element<R>(SquaredHinge spec, R prediction, R target) =>
        R.Square(Margin.Missed(R.One - target * prediction));
}
