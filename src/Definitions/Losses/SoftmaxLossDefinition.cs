using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of a loss <c>Σ y·f(ln p)</c> of the softmax p of a row.</summary>
abstract class SoftmaxLossDefinition<TSpec> : RowLossDefinition<TSpec>
    where TSpec : RowLoss
{
    protected sealed override bool ScalesInside => true;

    protected sealed override R Loss<R>(TSpec spec, CellInputs<R> x) => Scaled(spec, x, R.One);

    // The scale multiplies the slopes by the log-probabilities, or what comes of them.
    protected sealed override R Scaled<R>(TSpec spec, CellInputs<R> x, R scale)
    {
        Exponentials<R> row = x.Exponentials;
        var terms = new List<R>();
        R[] slopes = new R[row.Logs.Length], scaled = new R[slopes.Length];
        Array.Fill(slopes, R.Zero);
        Array.Fill(scaled, R.Zero);
        foreach (int c in Present(x))
        {
            R target = TargetOf(x, c), log = R.Detach(row.Logs[c]), rest = -R.Expm1(log), p = R.Hull(R.Exp(log), R.One - rest);
            R slope = Slope(spec, log, rest, p, R.One);
            terms.Add(Order.Product(scale, target, Term(spec, log, rest)));
            slopes[c] = R.Detach(target * slope);
            scaled[c] = R.Detach(R.Hull(Order.Product(scale, target, slope), Slope(spec, log, rest, p, scale * target)));
        }

        return R.WithSlopeOf(Sum(terms.ToArray()), R.WithSlopeOf(ByLogits(row, scaled), ByLogits(row, slopes) * scale));
    }

    // With the slopes g by the log-probabilities those by the logits are g − p·Σ g; or Σ g·(1 − p), which does not cancel.
    static R ByLogits<R>(Exponentials<R> row, R[] slopes)
        where R : struct, IReal<R> => R.WithSlopeOf(row.Paired(slopes), Exponentials<R>.SumOf(Exponentials<R>.Product(slopes, row.Logs)));

    /// <summary>f of the log-probability, with the rest <c>1 − p</c>.</summary>
    protected abstract R Term<R>(TSpec spec, R log, R rest)
        where R : struct, IReal<R>;

    /// <summary>The slope of f, every part of it multiplied by what comes upon it, as a backward pass does.</summary>
    protected abstract R Slope<R>(TSpec spec, R log, R rest, R p, R upon)
        where R : struct, IReal<R>;
}
