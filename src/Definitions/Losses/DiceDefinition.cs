using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// 1 − 2(Σ xy + s)/(Σ x + Σ y + 2s)
sealed class DiceDefinition : RowLossDefinition<Dice>
{
    protected override bool ScalesInside => true;

    protected override R Loss<R>(Dice spec, CellInputs<R> x) => Scaled(spec, x, R.One);

    protected override R Scaled<R>(Dice spec, CellInputs<R> x, R scale)
    {
        R smooth = R.FromHost(spec.Smooth), shared = SumOver(x, c => x["input"][c] * x["target"][c]);
        R all = SumOver(x, c => x["input"][c]) + SumOver(x, c => x["target"][c]);
        return TverskyDefinition.Scaled(x, R.Half, R.Half, shared, smooth, R.Half * all + smooth, scale);
    }
}
