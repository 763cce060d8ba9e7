using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, m − y(x₁ − x₂)); at the kink the derivative is that of the argument.
sealed class MarginRankingDefinition : BroadcastLossDefinition<MarginRanking>
{
    protected override R Loss<R>(MarginRanking spec, GroupInputs<R> x) =>
        Clamp.AtLeastZero(R.FromHost(spec.Margin) - x["target"][0] * (x["input1"][0] - x["input2"][0]));
}
