using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 100·|x − y|/max(|y|, ε).
sealed class AbsolutePercentageErrorDefinition : ElementLossDefinition<AbsolutePercentageError>
{
    protected override R Element<R>(AbsolutePercentageError spec, R prediction, R target)
    {
        R smallest = R.FromHost(spec.Epsilon), size = Clamp.AtLeast(R.Abs(target), smallest), ratio = (prediction - target) / size;
        // In closed form d/dy |x/y − 1| is ∓x/y², free of cancellation.
        R sign = R.Exact(100) * R.Sign(ratio), held = R.Detach(size), byTarget = target * sign / held;
        R onPaper = prediction * sign / held - R.Where(
            R.Detach(R.Abs(target)) >= smallest, () => byTarget * R.Detach(prediction / target), () => byTarget);
        return R.WithDerivativeOf(R.Exact(100) * R.Abs(ratio), onPaper);
    }
}
