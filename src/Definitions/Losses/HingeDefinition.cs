using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, 1 − y·x), with the slope 0 where 1 − y·x = 0.
sealed class HingeDefinition : ElementLossDefinition<Hinge>
{
    protected override R Element<R>(Hinge spec, R prediction, R target)
    {
        R margin = R.One - target * prediction;
        Truth isMet = margin <= R.Zero;
        R value = R.Where(isMet, R.Zero, margin);
        // Where the margin is met the slope is 0, or 0·(−y) as the chain rule has it, which is NaN for infinite y.
        return R.WithSlopeOf(R.Detach(value), R.Hull(value, margin * R.Detach(R.Where(isMet, R.Zero, R.One))));
    }
}
