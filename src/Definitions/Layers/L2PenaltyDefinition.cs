using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// A. E. Hoerl and R. W. Kennard, 1970: λ·Σw², or half of it.
sealed class L2PenaltyDefinition : PenaltyDefinition<L2Penalty>
{
    protected override R Term<R>(L2Penalty spec, R x) => R.Square(x);

    protected override R Scale<R>(L2Penalty spec) => R.FromHost((spec.Half ? 0.5 : 1) * Host.Of(spec.Strength));
}
