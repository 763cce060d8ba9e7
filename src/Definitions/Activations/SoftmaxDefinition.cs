using ParityNet.Activations;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// eˣ/Σ eˣ, shifted by the largest x
sealed class SoftmaxDefinition : RowActivationDefinition<Softmax>
{
    protected override R[] Row<R>(ReadOnlySpan<R> x)
    {
        R[] powers = Powers(x);
        return Array.ConvertAll(powers, Factor<R>.Over(Sum(powers)).Apply);
    }

    // With m = Σ w·p the sum Σ (w − m)·p is 0 and so does not depend on the divisor of p: its slopes are (w − m)·p.
    protected override R PairedWith<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> weights)
    {
        R[] powers = Powers(x);
        Factor<R> divisor = Factor<R>.Over(R.Detach(Sum(powers)));
        R[] shares = Array.ConvertAll(powers, divisor.Apply), products = new R[x.Length];
        for (int i = 0; i < products.Length; i++)
            products[i] = weights[i] * shares[i];
        R mean = R.Detach(Sum(products));
        for (int i = 0; i < products.Length; i++)
            products[i] = shares[i] * (weights[i] - mean);
        return Sum(products);
    }

    static R Sum<R>(R[] terms)
        where R : struct, IReal<R> => R.Sum(terms, Order.Sum(terms.Length));

    static R[] Powers<R>(ReadOnlySpan<R> x)
        where R : struct, IReal<R>
    {
        if (x.IsEmpty)
            return [];
        R largest = x[0];
        foreach (R one in x[1..])
            largest = R.Max(largest, one);
        R[] powers = x.ToArray();
        for (int i = 0; i < powers.Length; i++)
            powers[i] = R.Exp(x[i] - R.Detach(largest));
        return powers;
    }
}
