using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// −(1/C)·Σ_c w_c(y ln σ(x) + (1 − y) ln σ(−x))
sealed class MultilabelSoftMarginDefinition : RowLossDefinition<MultilabelSoftMargin>
{
    protected override R Loss<R>(MultilabelSoftMargin spec, GroupInputs<R> x) => SumOver(x, c =>
    {
        R score = x["input"][c], y = x["target"][c], right = R.Softplus(-score), wrong = R.Softplus(score);
        R both = y * right + (R.One - y) * wrong;
        // Both logarithms, or a form chosen by the sign of the score; for an infinite target the two logarithms are ∞ − ∞.
        Truth endless = R.Equal(R.Abs(y), R.Exact(double.PositiveInfinity));
        R bySign = R.Where(endless, () => both, () => R.Where(
            score < R.Zero, () => wrong - y * score, () => (R.One - y) * score + right));
        // The derivative is also (1 − y) − σ(−x), or σ(x) − y.
        R either = R.WithDerivativeOf(bySign, R.Where(endless, () => both, () => wrong - y * score));
        R loss = R.WithDerivativeOf(R.Detach(R.Hull(both, bySign)), R.WithDerivativeOf(both, either));
        return x.Has("weight") ? x["weight"][c] * loss : loss;
    });

    protected override IEnumerable<Factor<R>[]> Factors<R>(MultilabelSoftMargin spec, GroupInputs<R> x) =>
        [[Factor<R>.Over(Host.Of(x["input"].Length))]];
}
