using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// −(1/C)·Σ_c w_c(y ln σ(x) + (1 − y) ln σ(−x))
sealed class MultilabelSoftMarginDefinition : RowLossDefinition<MultilabelSoftMargin>
{
    protected override bool ScalesInside => true;

    // The number of classes and the scale may be multiplied among themselves first.
    protected override bool HasInnerFactors(MultilabelSoftMargin spec) => true;

    protected override R Loss<R>(MultilabelSoftMargin spec, CellInputs<R> x) => Scaled(spec, x, R.One);

    // The scale multiplies the weight, the loss of a class, or their product.
    protected override R Scaled<R>(MultilabelSoftMargin spec, CellInputs<R> x, R scale) => SumOver(x, c =>
    {
        R loss = Element(x["input"][c], x["target"][c]);
        return x.Has("weight") ? Order.Product(scale, x["weight"][c], loss) : scale * loss;
    });

    protected override IEnumerable<Factor<R>[]> Factors<R>(MultilabelSoftMargin spec, CellInputs<R> x) =>
        [[Factor<R>.Over(Host.Of(x["input"].Length))]];

    // Each logarithm by itself, or what does not depend on the sign of x and the rest.
    static R Element<R>(R x, R y)
        where R : struct, IReal<R> => R.Hull(
            y * R.Softplus(-x) + (R.One - y) * R.Softplus(x),
            R.Where(x < R.Zero, R.Softplus(x) - y * x, (R.One - y) * x + R.Softplus(-x)));
}
