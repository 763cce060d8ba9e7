using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// −(1/C)·Σ_c w_c(y ln σ(x) + (1 − y) ln σ(−x))
sealed class MultilabelSoftMarginDefinition : RowLossDefinition<MultilabelSoftMargin>
{
    // The weight, the number of classes and the scale may be multiplied among themselves first.
    protected override bool HasInnerFactors(MultilabelSoftMargin spec) => true;

    protected override R Loss<R>(MultilabelSoftMargin spec, CellInputs<R> x) => SumOver(x, c =>
    {
        R loss = Element(x["input"][c], x["target"][c]);
        return x.Has("weight") ? x["weight"][c] * loss : loss;
    });

    protected override IEnumerable<Factor<R>[]> Factors<R>(MultilabelSoftMargin spec, CellInputs<R> x) =>
        [[Factor<R>.Over(Host.Of(x["input"].Length))]];

    static R Element<R>(R x, R y)
        where R : struct, IReal<R> =>
            R.Hull(y * R.Softplus(-x) + (R.One - y) * R.Softplus(x), (R.One - y) * x + R.Softplus(-x));
}
