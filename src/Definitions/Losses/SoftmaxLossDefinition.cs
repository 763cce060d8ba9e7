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

    // The slopes by the logits are g − p·Σ g, where g are those by the log-probabilities; or Σ g·(1 − p), which does not cancel.
    protected sealed override R Scaled<R>(TSpec spec, CellInputs<R> x, R scale)
    {
        Exponentials<R> row = x.Exponentials;
        var terms = new List<R>();
        var slopes = new R[row.Logs.Length];
        Array.Fill(slopes, R.Zero);
        foreach (int c in Present(x))
        {
            R share = scale * Weight(spec, TargetOf(x, c)), log = R.Detach(row.Logs[c]), rest = -R.Expm1(log), p = R.Hull(R.Exp(log), R.One - rest);
            terms.Add(share * Term(spec, log, rest));
            slopes[c] = R.Detach(share * Slope(spec, log, rest, p));
        }

        return R.WithSlopeOf(Sum(terms.ToArray()), R.WithSlopeOf(row.Paired(slopes), Exponentials<R>.SumOf(Exponentials<R>.Product(slopes, row.Logs))));
    }

    /// <summary>What f is multiplied by: the target, and what the spec has besides.</summary>
    protected virtual R Weight<R>(TSpec spec, R target)
        where R : struct, IReal<R> => target;

    /// <summary>f of the log-probability, with the rest <c>1 − p</c>.</summary>
    protected abstract R Term<R>(TSpec spec, R log, R rest)
        where R : struct, IReal<R>;

    /// <summary>The slope of f.</summary>
    protected abstract R Slope<R>(TSpec spec, R log, R rest, R p)
        where R : struct, IReal<R>;
}
