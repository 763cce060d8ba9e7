using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, 1 − Σ y·x + max (1 − y)·x); equal greatest numbers share the slope, and at the kink it is 0.
sealed class CategoricalHingeDefinition : RowLossDefinition<CategoricalHinge>
{
    protected override R Loss<R>(CategoricalHinge spec, CellInputs<R> x)
    {
        int classes = x["input"].Length;
        R[] wrong = [.. Enumerable.Range(0, classes).Select(c => (R.One - x["target"][c]) * x["input"][c])];
        R greatest = R.Detach(wrong.Aggregate(R.Max)), right = SumOver(x, c => x["target"][c] * x["input"][c]);
        R[] ties = Array.ConvertAll(wrong, one => R.Detach(R.Where(R.Equal(one, greatest), R.One, R.Zero)));
        Factor<R> share = Factor<R>.Over(Sum(ties));
        R best = R.WithSlopeOf(greatest, Sum(wrong.Select((one, c) => one * share.Apply(ties[c])).ToArray()));
        R z = R.Hull(best - right + R.One, R.One - right + best);
        return R.Where(z <= R.Zero, R.Zero, z);
    }
}
