using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>The exponentials of a row, shifted by its largest number, and what softmax and log-softmax take from them.</summary>
sealed class Exponentials<R>
    where R : struct, IReal<R>
{
    readonly R[] x;
    readonly R largest, logOfSum;
    readonly Lazy<R[]> logs, softmax;

    public Exponentials(ReadOnlySpan<R> x)
        : this(x.ToArray(), Largest(x))
    {
    }

    Exponentials(R[] x, R largest, R[]? powers = null, R[]? softmax = null)
    {
        (this.x, this.largest) = (x, largest);
        Powers = powers ?? Array.ConvertAll(x, one => R.Exp(one - largest));
        Sum = SumOf(Powers);
        logOfSum = R.Log(Sum);
        logs = new(() => Array.ConvertAll(x, one => R.Hull(one - largest - logOfSum, one - (largest + logOfSum))));
        this.softmax = new(() => softmax ?? Array.ConvertAll(Logs, log => R.Exp(R.Detach(log))));
    }

    /// <summary>The exponentials of x less the largest x.</summary>
    public R[] Powers { get; }

    /// <summary>The sum of the exponentials.</summary>
    public R Sum { get; }

    /// <summary>The log-softmax.</summary>
    public R[] Logs => logs.Value;

    /// <summary>The logarithm of the sum of all eˣ. Its slope is the softmax: a quotient, or the exponential of the log-softmax.</summary>
    public R LogSumExp => R.WithSlopeOf(largest + logOfSum, SumOf(Product(softmax.Value, x)));

    public static R SumOf(R[] terms) => R.Sum(terms, Order.Sum(terms.Length));

    public static R[] Product(R[] a, R[] b)
    {
        var products = new R[a.Length];
        for (int i = 0; i < products.Length; i++)
            products[i] = a[i] * b[i];
        return products;
    }

    /// <summary>Σ w·(x − lse), written as Σ w·x − lse·Σ w: its slopes are w − softmax·Σ w.</summary>
    public R Paired(R[] weights) => SumOf(Product(weights, x)) - LogSumExp * SumOf(weights);

    /// <summary>The same row, some of whose numbers are differentiated by. What does not depend on them is not computed again.</summary>
    public Exponentials<Dual<R>> Seeded(Dual<R>[] seeded)
    {
        var shift = Dual<R>.Constant(largest);
        var powers = new Dual<R>[seeded.Length];
        for (int i = 0; i < powers.Length; i++)
            powers[i] = seeded[i].IsConstant ? Dual<R>.Constant(Powers[i]) : Dual<R>.Exp(seeded[i] - shift);
        return new(seeded, shift, powers, Array.ConvertAll(softmax.Value, Dual<R>.Constant));
    }

    static R Largest(ReadOnlySpan<R> x)
    {
        R largest = x[0];
        foreach (R one in x[1..])
            largest = R.Max(largest, one);
        return R.Detach(largest);
    }
}
