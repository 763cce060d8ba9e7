using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of a loss <c>Σ y·f(ln p)</c> of the softmax p of a row.</summary>
abstract class SoftmaxLossDefinition<TSpec> : RowLossDefinition<TSpec>
    where TSpec : RowLoss
{
    protected sealed override R Loss<R>(TSpec spec, GroupInputs<R> x) =>
        SumOver(x, c => TargetOf(x, c) * Term(spec, x.Exponentials.Logs[c], -R.Expm1(x.Exponentials.Logs[c])));

    /// <summary>f as a function of the log-probability, given also <c>1 − p</c>.</summary>
    protected abstract R Term<R>(TSpec spec, R log, R rest)
        where R : struct, IReal<R>;
}
