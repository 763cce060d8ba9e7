using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, 1 − y·x), with the derivative 0 where 1 − y·x = 0.
sealed class HingeDefinition : ElementLossDefinition<Hinge>
{
    protected override R Element<R>(Hinge spec, R prediction, R target) => Margin.Missed(R.One - target * prediction);
}
