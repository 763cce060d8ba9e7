using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// R. Girshick, 2015: ½r²/β where |r| < β, else |r| − ½β.
sealed class SmoothL1Definition : ElementLossDefinition<SmoothL1>
{
    // libtorch divides by β last, after the factors of the reduction.
    protected override bool HasInnerFactors(SmoothL1 spec) => true;

    // libtorch takes the slope by the target as that of the loss with prediction and target exchanged.
    protected override R Element<R>(SmoothL1 spec, R prediction, R target) =>
        R.WithSlopeOf(OfDifference(spec, prediction - R.Detach(target)), OfDifference(spec, target - R.Detach(prediction)));

    static R OfDifference<R>(SmoothL1 spec, R r)
        where R : struct, Numbers.IReal<R>
    {
        // PyTorch takes l1_loss then (torch/nn/functional.py), whose slope at 0 is 0, and not its kernel, which has −1 there.
        if (spec.Beta == 0)
            return R.Abs(r);
        R beta = R.FromHost(spec.Beta), half = R.Half * beta;
        return R.Where(r <= -beta, () => -r - half, () => R.Where(r >= beta, () => r - half, () => R.Half * R.Square(r) / beta));
    }
}
