using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// |r|, with the derivative 0 at 0.
sealed class AbsoluteErrorDefinition : ElementLossDefinition<AbsoluteError>
{
    protected override R Element<R>(AbsoluteError spec, R prediction, R target) => R.Abs(prediction - target);
}
