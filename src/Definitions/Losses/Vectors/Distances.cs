using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>Distances between two vectors.</summary>
static class Distances
{
    /// <summary>The distance that the spec names.</summary>
    public static R Of<R>(Distance distance, ReadOnlySpan<R> x, ReadOnlySpan<R> y)
        where R : struct, IReal<R> => distance switch
        {
            Distance.Euclidean => Norm(x, y, 2, TripletMarginWithDistance.Epsilon),
            Distance.Manhattan => Norm(x, y, 1, TripletMarginWithDistance.Epsilon),
            Distance.SquaredEuclidean => Sum(Pairs(x, y, (a, b) => R.Square(a - b))),
            _ => R.One - CosineOf(Beside(x, y), Beside(y, x)),
        };

    /// <summary>x·y/√((‖x‖² + ε)(‖y‖² + ε)), with the squares from second readings of x and y.</summary>
    public static R Cosine<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> y, ReadOnlySpan<R> againX, ReadOnlySpan<R> againY)
        where R : struct, IReal<R>
    {
        R smallest = R.Exact(CosineEmbedding.LeastSquare), product = Sum(Pairs(x, y, (a, b) => a * b));
        R ofX = Squares(againX) + smallest, ofY = Squares(againY) + smallest;
        return R.Hull(product / R.Sqrt(ofX * ofY), product / (R.Sqrt(ofX) * R.Sqrt(ofY)));
    }

    /// <summary>‖x − y + ε‖ₚ, with derivative 0 where the norm is 0.</summary>
    public static R Norm<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> y, double p, double nudge)
        where R : struct, IReal<R>
    {
        R epsilon = R.FromHost(nudge);
        R[] z = Pairs(x, y, (a, b) => a - b + epsilon), sizes = Array.ConvertAll(z, R.Abs);
        if (p == 0)
            return R.Detach(Sum(Array.ConvertAll(sizes, size => R.Where(R.Equal(size, R.Zero), R.Zero, R.One))));
        if (double.IsInfinity(p))
            return R.WithDerivativeOf(R.Detach(Largest(sizes)), Sum(Shares(z, sizes)));
        if (p == 1)
            return Sum(sizes);
        R[] powers = Array.ConvertAll(sizes, size => Power(size, p));
        R sum = Sum(powers);
        R norm = R.Detach(p == 2 ? R.Sqrt(sum) : R.Where(R.Equal(sum, R.Zero), R.Zero, Root(sum, p)));
        return R.Where(R.Equal(norm, R.Zero), () => norm, () => R.WithDerivativeOf(norm, Steepness(z, sizes, norm, p)));
    }

    static R Largest<R>(IEnumerable<R> sizes)
        where R : struct, IReal<R> => sizes.Aggregate(R.Zero, R.Max);

    // z·s, where the derivative s is the sign of z, split equally between all elements that tie for the maximum.
    static R[] Shares<R>(R[] z, R[] sizes)
        where R : struct, IReal<R>
    {
        R[] held = Array.ConvertAll(sizes, R.Detach), terms = [.. z.Select(one => one * (R.Sign(R.Detach(one)) * R.Zero))];
        int[] contenders = Ties.Contenders(held, Largest(held));
        foreach (int i in contenders)
        {
            R own = held[i], ties = R.One;
            R[] others = [.. contenders.Where(j => j != i).Select(j => held[j])];
            foreach (R other in others)
                ties += R.Where(R.Equal(own, other), R.One, R.Zero);
            terms[i] = z[i] * (R.Sign(R.Detach(z[i])) * R.Where(own >= Largest(others), R.One, R.Zero)) / ties;
        }

        return terms;
    }

    // Σ z·s, where the derivatives s are z|z|ᵖ⁻²/‖z‖ᵖ⁻¹ = sign(z)·(|z|/‖z‖)ᵖ⁻¹.
    static R Steepness<R>(R[] z, R[] sizes, R norm, double p)
        where R : struct, IReal<R>
    {
        R[] held = Array.ConvertAll(sizes, R.Detach);
        if (p < 1)
            return Along(size => Power(size, p - 1)) * Power(norm, 1 - p);
        R quotient = Along(size => Power(size, p - 1)) / Power(norm, p - 1);
        return p == 2 ? quotient : R.WithDerivativeOf(quotient, Along(size => Power(size / norm, p - 1)));

        R Along(Func<R, R> steep) => Sum([.. z.Select((one, i) => one * (R.Sign(R.Detach(one)) * steep(held[i])))]);
    }

    static R CosineOf<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> y)
        where R : struct, IReal<R> => Cosine(x, y, x, y);

    static R Squares<R>(ReadOnlySpan<R> x)
        where R : struct, IReal<R> => Sum(Pairs(x, x, (a, b) => a * b));

    // An integer power as a product, any other through the logarithm.
    static R Power<R>(R size, double p)
        where R : struct, IReal<R> => p == 1 ? size : p == 2 ? R.Square(size) : p == Math.Floor(p) && p <= 64
            ? R.Pow(size, (long)p)
            : R.Where(R.Equal(size, R.Zero), () => R.Zero, () => R.Exp(R.FromHost(p) * R.Log(size)));

    static R Root<R>(R sum, double p)
        where R : struct, IReal<R> => R.Exp(R.Log(sum) * R.FromHost(Host.One / p));

    static R[] Pairs<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> y, Func<R, R, R> of)
        where R : struct, IReal<R>
    {
        ReadOnlySpan<R> first = Beside(x, y), second = Beside(y, x);
        var all = new R[first.Length];
        for (int i = 0; i < all.Length; i++)
            all[i] = of(first[i], second[i]);
        return all;
    }

    // A vector of length 1 broadcasts to the other vector.
    static ReadOnlySpan<R> Beside<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> other)
        where R : struct, IReal<R> => x.Length == 1 ? Enumerable.Repeat(x[0], other.Length).ToArray() : x;

    static R Sum<R>(R[] terms)
        where R : struct, IReal<R> => R.Sum(terms, Order.Sum(terms.Length));
}
