using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// max(0, 1 − Σ y·x + max (1 − y)·x); on a tie of the maximum the derivative is split equally, and at the kink it is 0.
sealed class CategoricalHingeDefinition : RowLossDefinition<CategoricalHinge>
{
    protected override R Loss<R>(CategoricalHinge spec, GroupInputs<R> x)
    {
        int classes = x["input"].Length;
        R[] wrong = [.. Enumerable.Range(0, classes).Select(c => (R.One - x["target"][c]) * x["input"][c])];
        R largest = R.Detach(wrong.Aggregate(R.Max)), right = SumOver(x, c => x["target"][c] * x["input"][c]);
        R best = R.WithDerivativeOf(largest,
            Sum(wrong.Select((one, c) => one * R.Where(R.IsNaN(largest), R.Exact(double.NaN), R.Detach(Share(wrong, c)))).ToArray()));
        return Margin.Missed(R.Hull(best - right + R.One, R.One - right + best));
    }

    // 0 where another score is larger; else 1/(number of ties), which is never 0, however wide the enclosures are.
    static R Share<R>(R[] wrong, int c)
        where R : struct, IReal<R>
    {
        R[] others = [.. wrong.Where((_, other) => other != c)];
        R equal = Sum([R.One, .. others.Select(other => R.Where(R.Equal(other, wrong[c]), R.One, R.Zero))]);
        R leads = others.Aggregate(R.One, (so, other) => R.Where(other > wrong[c], R.Zero, so));
        return Factor<R>.Over(equal).Apply(leads);
    }
}
