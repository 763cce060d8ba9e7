using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 1 − 2(Σ xy + s)/(Σ x + Σ y + 2s)
sealed class DiceDefinition : RowLossDefinition<Dice>
{
    protected override R Loss<R>(Dice spec, CellInputs<R> x)
    {
        R smooth = R.FromHost(spec.Smooth), shared = SumOver(x, c => x["input"][c] * x["target"][c]);
        R all = SumOver(x, c => x["input"][c]) + SumOver(x, c => x["target"][c]);
        R difference = TverskyDefinition.Outside(x, "input", "target", shared) + TverskyDefinition.Outside(x, "target", "input", shared);
        return TverskyDefinition.Missing(shared + smooth, R.Half * all + smooth, R.Half * difference);
    }
}
