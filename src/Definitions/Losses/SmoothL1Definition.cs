using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// R. Girshick, 2015: ½r²/β where |r| < β, else |r| − ½β.
sealed class SmoothL1Definition : ElementLossDefinition<SmoothL1>
{
    // libtorch takes the slope by the target as that of the loss with prediction and target exchanged.
    protected override R Element<R>(SmoothL1 spec, R prediction, R target)
    {
        R byPrediction = OfDifference(spec, prediction - R.Detach(target)), byTarget = OfDifference(spec, target - R.Detach(prediction));
        return R.WithSlopeOf(R.Detach(byPrediction), byPrediction + byTarget);
    }

    // With β = 0 the slope at r = 0 is −1, as libtorch asks r ≤ −β first.
    static R OfDifference<R>(SmoothL1 spec, R r)
        where R : struct, Numbers.IReal<R>
    {
        R beta = R.FromHost(spec.Beta), half = R.Half * beta;
        return R.Where(r <= -beta, () => -r - half, () => R.Where(r >= beta, () => r - half, () => R.Half * R.Square(r) / beta));
    }
}
