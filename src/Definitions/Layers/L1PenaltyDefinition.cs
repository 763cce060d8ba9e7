using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// R. Tibshirani, 1996: λ·Σ|w|.
sealed class L1PenaltyDefinition : PenaltyDefinition<L1Penalty>
{
    protected override R Term<R>(L1Penalty spec, R x) => R.Abs(x);
}
