using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 1 − 2(Σ xy + s)/(Σ x + Σ y + 2s)
sealed class DiceDefinition : RowLossDefinition<Dice>
{
    protected override R Loss<R>(Dice spec, GroupInputs<R> x)
    {
        R all = SumOver(x, c => x["input"][c]) + SumOver(x, c => x["target"][c]);
        return TverskyDefinition.Missing(x, R.Half, R.Half, R.FromHost(spec.Smooth), (_, _, _, smooth) => R.Half * all + smooth);
    }
}
