using ParityNet.Activations;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// x − ln Σ eˣ
sealed class LogSoftmaxDefinition : RowActivationDefinition<LogSoftmax>
{
    public static R[] Of<R>(ReadOnlySpan<R> x)
        where R : struct, IReal<R>
    {
        var logs = new R[x.Length];
        R.LogSoftmax(x, logs, Order.Sum(x.Length));
        return logs;
    }

    /// <summary>Σ w·(x − lse), written as Σ w·x − lse·Σ w: its slopes are w − softmax·Σ w.</summary>
    public static R Paired<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> weights)
        where R : struct, IReal<R>
    {
        SumClass order = Order.Sum(x.Length);
        R[] logs = Of(x), ofInputs = new R[x.Length], ofSoftmax = new R[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            ofInputs[i] = weights[i] * x[i];
            ofSoftmax[i] = R.Detach(R.Exp(logs[i])) * x[i];
        }

        // The slope of log-sum-exp is the softmax: a quotient, or the exponential of the log-softmax.
        R logOfSum = R.WithSlopeOf(R.LogSumExp(x, order), R.Sum(ofSoftmax, order));
        return R.Sum(ofInputs, order) - logOfSum * R.Sum(weights, order);
    }

    protected override R[] Row<R>(ReadOnlySpan<R> x) => Of(x);

    protected override R PairedWith<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> weights) => Paired(x, weights);
}
