using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 100·|x − y|/max(|y|, ε).
sealed class AbsolutePercentageErrorDefinition : ElementLossDefinition<AbsolutePercentageError>
{
    protected override R Element<R>(AbsolutePercentageError spec, R prediction, R target)
    {
        R difference = prediction - target, size = Clamp.AtLeast(R.Abs(target), R.FromHost(spec.Epsilon)), hundred = R.Exact(100);
        R ratio = difference / size, divisor = R.Detach(size), sign = hundred * R.Sign(ratio);
        // A backward pass multiplies by 100 before it adds up what the quotient rule gives by the target.
        return R.WithSlopeOf(
            hundred * R.Abs(ratio), sign * difference / divisor - sign * size * R.Detach(ratio / divisor));
    }
}
