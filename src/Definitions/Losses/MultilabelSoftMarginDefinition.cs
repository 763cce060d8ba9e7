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

    // The scale multiplies the weight, the loss of a class, their product, or the parts of the loss.
    protected override R Scaled<R>(MultilabelSoftMargin spec, CellInputs<R> x, R scale) => SumOver(x, c =>
    {
        R score = x["input"][c], y = x["target"][c], weight = x.Has("weight") ? x["weight"][c] : R.One, share = weight * scale;
        R right = R.Softplus(-score), wrong = R.Softplus(score);
        R both = y * right + (R.One - y) * wrong;
        // What does not depend on the sign of the score, and the rest; of an infinite target the two logarithms are ∞ − ∞.
        R bySign = R.Where(R.Equal(R.Abs(y), R.Exact(double.PositiveInfinity)), () => both, () => R.Where(
            score < R.Zero, () => wrong - y * score, () => (R.One - y) * score + right));
        R loss = Order.Product(scale, weight, R.Hull(both, bySign));
        return R.WithSlopeOf(loss, y * share * right + (R.One - y) * share * wrong);
    });

    protected override IEnumerable<Factor<R>[]> Factors<R>(MultilabelSoftMargin spec, CellInputs<R> x) =>
        [[Factor<R>.Over(Host.Of(x["input"].Length))]];
}
