using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>The exponentials of a row, shifted by its maximum, with the softmax and log-softmax computed from them.</summary>
sealed class Exponentials<R>
    where R : struct, IReal<R>
{
    readonly R[] x;
    readonly R largest;
    readonly Lazy<R[]> softmax, logs;

    public Exponentials(ReadOnlySpan<R> x)
        : this(x.ToArray(), Largest(x))
    {
    }

    Exponentials(R[] x, R largest, R[]? powers = null, R[]? softmax = null)
    {
        (this.x, this.largest) = (x, largest);
        Powers = powers ?? Array.ConvertAll(x, one => R.Exp(one - largest));
        Sum = SumOf(Powers);
        this.softmax = new(() => softmax ?? Probabilities());
        logs = new(LogSoftmax);
    }

    /// <summary>The exponentials of x − max x.</summary>
    public R[] Powers { get; }

    /// <summary>The sum of the exponentials.</summary>
    public R Sum { get; }

    /// <summary>The log-softmax. Its derivative with respect to xⱼ is δᵢⱼ − softmaxⱼ.</summary>
    public R[] Logs => logs.Value;

    /// <summary>Σ s·x, whose derivatives with respect to x are s.</summary>
    public R Along(R[] derivatives) => SumOf(Product(derivatives, x));

    public static R SumOf(R[] terms) => R.Sum(terms, Order.Sum(terms.Length));

    public static R[] Product(R[] a, R[] b)
    {
        var products = new R[a.Length];
        for (int i = 0; i < products.Length; i++)
            products[i] = a[i] * b[i];
        return products;
    }

    /// <summary>The same row with some elements seeded for differentiation. Parts that do not depend on them are not recomputed.</summary>
    public Exponentials<Dual<R>> Seeded(Dual<R>[] seeded)
    {
        var shift = Dual<R>.Constant(largest);
        var powers = new Dual<R>[seeded.Length];
        for (int i = 0; i < powers.Length; i++)
            powers[i] = seeded[i].IsConstant ? Dual<R>.Constant(Powers[i]) : Dual<R>.Exp(seeded[i] - shift);
        return new(seeded, shift, powers, Array.ConvertAll(softmax.Value, Dual<R>.Constant));
    }

    R[] LogSoftmax()
    {
        R common = SumOf(Product(softmax.Value, x));
        return [.. LogValues().Zip(x, (log, one) => R.WithDerivativeOf(log, one - common))];
    }

    R[] LogValues()
    {
        R logOfSum = R.Log(R.Detach(Sum));
        return Array.ConvertAll(x, one => R.Hull(R.Detach(one) - largest - logOfSum, R.Detach(one) - (largest + logOfSum)));
    }

    // A quotient, or the exponential of the log-softmax.
    R[] Probabilities()
    {
        Factor<R> over = Factor<R>.Over(R.Detach(Sum));
        return [.. Powers.Zip(LogValues(), (power, log) => R.Hull(over.Apply(R.Detach(power)), R.Exp(log)))];
    }

    static R Largest(ReadOnlySpan<R> x)
    {
        R largest = x[0];
        foreach (R one in x[1..])
            largest = R.Max(largest, one);
        return R.Detach(largest);
    }
}
