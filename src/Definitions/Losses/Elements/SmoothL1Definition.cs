using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// R. Girshick, 2015: ½r²/β where |r| < β, else |r| − ½β.
sealed class SmoothL1Definition : ElementLossDefinition<SmoothL1>
{
    // libtorch's kernel has ((1/N)·r·g)/β (aten/src/ATen/native/cpu/PointwiseOpsKernel.cpp, smooth_l1_backward).
    protected override bool HasInnerFactors(SmoothL1 spec) => spec.Beta > 0;

    // libtorch computes the derivative with respect to the target as that of the loss with prediction and target exchanged.
    protected override R Element<R>(SmoothL1 spec, R prediction, R target)
    {
        R byPrediction = OfDifference(spec, prediction - R.Detach(target)), byTarget = OfDifference(spec, target - R.Detach(prediction));
        return R.WithDerivativeOf(R.Detach(byPrediction), byPrediction + byTarget);
    }

    static R OfDifference<R>(SmoothL1 spec, R r)
        where R : struct, Numbers.IReal<R>
    {
        // Then PyTorch calls l1_loss (torch/nn/functional.py), whose derivative at 0 is 0, not its own kernel, which has −1 there.
        if (spec.Beta == 0)
            return R.Abs(r);
        R beta = R.FromHost(spec.Beta), half = R.Half * beta;
        return R.Where(r <= -beta, () => -r - half, () => R.Where(r >= beta, () => r - half, () => R.Half * R.Square(r) / beta));
    }
}
