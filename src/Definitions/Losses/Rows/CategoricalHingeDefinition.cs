using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, 1 − Σ y·x + max (1 − y)·x); on a tie of the maximum the derivative is split equally, and at the kink it is 0.
sealed class CategoricalHingeDefinition : RowLossDefinition<CategoricalHinge>
{
    protected override R Loss<R>(CategoricalHinge spec, GroupInputs<R> x)
    {
        R[] wrong = [.. Enumerable.Range(0, x["input"].Length).Select(c => (R.One - x["target"][c]) * x["input"][c])];
        R[] held = Array.ConvertAll(wrong, R.Detach);
        R largest = held.Aggregate(R.Max), right = SumOver(x, c => x["target"][c] * x["input"][c]);
        R best = R.WithDerivativeOf(largest, Sum(wrong.Zip(Ties.Shares(held, largest), (one, share) => one * share).ToArray()));
        return Margin.Missed(R.Hull(best - right + R.One, R.One - right + best));
    }
}
