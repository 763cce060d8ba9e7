using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// R. Girshick, 2015: ½r²/β where |r| < β, else |r| − ½β. With β = 0 the slope at r = 0 is −1, as libtorch asks r ≤ −β first.
sealed class SmoothL1Definition : ElementLossDefinition<SmoothL1>
{
    protected override R Element<R>(SmoothL1 spec, R prediction, R target)
    {
        R beta = R.FromHost(spec.Beta), r = prediction - target, half = R.Half * beta;
        return R.Where(r <= -beta, () => -r - half, () => R.Where(r >= beta, () => r - half, () => R.Half * R.Square(r) / beta));
    }
}
