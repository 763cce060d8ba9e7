using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

/// <summary>The exponentials of a row, shifted by its largest number, and what softmax and log-softmax take from them.</summary>
sealed class Exponentials<R>
    where R : struct, IReal<R>
{
    readonly R[] x;

    public Exponentials(ReadOnlySpan<R> x)
    {
        this.x = x.ToArray();
        R largest = x[0];
        foreach (R one in x[1..])
            largest = R.Max(largest, one);
        largest = R.Detach(largest);
        Powers = Array.ConvertAll(this.x, one => R.Exp(one - largest));
        Sum = SumOf(Powers);
        R logOfSum = R.Log(Sum);
        Logs = Array.ConvertAll(this.x, one => R.Hull(one - largest - logOfSum, one - (largest + logOfSum)));
        // The slope of log-sum-exp is the softmax: a quotient, or the exponential of the log-softmax.
        R[] softmax = Array.ConvertAll(Logs, log => R.Exp(R.Detach(log)));
        LogSumExp = R.WithSlopeOf(largest + logOfSum, SumOf(Product(softmax, this.x)));
    }

    /// <summary>The exponentials of x less the largest x.</summary>
    public R[] Powers { get; }

    /// <summary>The sum of the exponentials.</summary>
    public R Sum { get; }

    /// <summary>The log-softmax.</summary>
    public R[] Logs { get; }

    /// <summary>The logarithm of the sum of all eˣ.</summary>
    public R LogSumExp { get; }

    /// <summary>Σ w·(x − lse), written as Σ w·x − lse·Σ w: its slopes are w − softmax·Σ w.</summary>
    public R Paired(R[] weights) => SumOf(Product(weights, x)) - LogSumExp * SumOf(weights);

    public static R SumOf(R[] terms) => R.Sum(terms, Order.Sum(terms.Length));

    public static R[] Product(R[] a, R[] b) => [.. a.Zip(b, (one, other) => one * other)];
}
