using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 100·|x − y|/max(|y|, ε).
sealed class AbsolutePercentageErrorDefinition : ElementLossDefinition<AbsolutePercentageError>
{
    protected override R Element<R>(AbsolutePercentageError spec, R prediction, R target) =>
        R.Exact(100) * R.Abs((prediction - target) / Clamp.AtLeast(R.Abs(target), R.FromHost(spec.Epsilon)));
}
