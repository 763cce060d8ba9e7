using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 100·|x − y|/max(|y|, ε).
sealed class AbsolutePercentageErrorDefinition : ElementLossDefinition<AbsolutePercentageError>
{
    protected override R Element<R>(AbsolutePercentageError spec, R prediction, R target)
    {
        R difference = prediction - target, least = R.FromHost(spec.Epsilon), size = Clamp.AtLeast(R.Abs(target), least);
        R ratio = difference / size, divisor = R.Detach(size), sign = R.Exact(100) * R.Sign(ratio);
        // A backward pass multiplies by 100 before it adds up what the quotient rule gives by the target.
        R backward = sign * difference / divisor - sign * size * R.Detach(ratio / divisor);
        // Of a target that is not clamped, |x/y − 1| has the slope −x/y² and nothing cancels.
        R quotient = R.WithSlopeOf(target * (sign / divisor), target * sign / divisor);
        R closed = R.Where(R.Abs(target) >= least, () => quotient * R.Detach(prediction / target), () => quotient);
        return R.WithSlopeOf(R.Exact(100) * R.Abs(ratio), R.WithSlopeOf(backward, prediction * (sign / divisor) - closed));
    }
}
