using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>Distances of two vectors.</summary>
static class Distances
{
    /// <summary>A distance; its derivative is multiplied by a number, if one is given, before all else.</summary>
    public static R Of<R>(Distance distance, ReadOnlySpan<R> x, ReadOnlySpan<R> y, R? slope = null)
        where R : struct, IReal<R> => distance switch
        {
            Distance.Euclidean => Norm(x, y, 2, TripletMarginWithDistance.Epsilon, slope),
            Distance.Manhattan => Norm(x, y, 1, TripletMarginWithDistance.Epsilon, slope),
            Distance.SquaredEuclidean => Times(Sum(Pairs(x, y, (a, b) => R.Square(a - b))), slope),
            _ => R.One - CosineOf(Beside(x, y), Beside(y, x), slope),
        };

    /// <summary>x·y/√((‖x‖² + ε)(‖y‖² + ε)), with the squares of other readings of x and y; its derivative is multiplied by a number, if one is given, before all else.</summary>
    public static R Cosine<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> y, ReadOnlySpan<R> againX, ReadOnlySpan<R> againY, R? slope = null)
        where R : struct, IReal<R>
    {
        R least = R.Exact(CosineEmbedding.LeastSquare);
        R product = Sum(Pairs(x, y, (a, b) => a * b)), ofX = Squares(againX) + least, ofY = Squares(againY) + least;
        R root = R.Sqrt(ofX * ofY), cosine = R.Hull(product / root, product / (R.Sqrt(ofX) * R.Sqrt(ofY)));
        // Autograd carries the slope of the root through each factor by itself, and twice through each square.
        R held = R.Detach(root), quotient = R.Detach(product) / held / held;
        R share = (slope is { } s ? s * quotient : quotient) / (R.Two * held), own = slope is { } first ? first / held : R.One / held;
        R byX = Along(againX) * (share * R.Detach(ofY)), byY = Along(againY) * (share * R.Detach(ofX));
        R slopes = R.Sum([product * own, -byX, -byX, -byY, -byY], SumClass.Any);
        return slope is null ? R.WithSlopeOf(cosine, slopes) : R.WithSlopeOf(R.Detach(cosine), slopes);
    }

    /// <summary>‖x − y + ε‖ₚ, with the slope 0 where it is 0.</summary>
    public static R Norm<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> y, double p, double nudge, R? slope = null)
        where R : struct, IReal<R>
    {
        R epsilon = R.FromHost(nudge);
        R[] z = Pairs(x, y, (a, b) => a - b + epsilon), sizes = Array.ConvertAll(z, R.Abs);
        if (p == 0)
            return R.Detach(Sum(Array.ConvertAll(sizes, size => R.Where(R.Equal(size, R.Zero), R.Zero, R.One))));
        if (double.IsInfinity(p))
            return R.WithSlopeOf(R.Detach(Greatest(sizes)), Sum(Shares(z, sizes, slope)));
        if (p == 1)
            return Times(Sum(sizes), slope);
        R[] powers = Array.ConvertAll(sizes, size => Power(size, p));
        R sum = Sum(powers);
        R norm = R.Detach(p == 2 ? R.Sqrt(sum) : R.Where(R.Equal(sum, R.Zero), R.Zero, Root(sum, p)));
        return R.Where(R.Equal(norm, R.Zero), () => norm, () => R.WithSlopeOf(norm, BySlopes(z, sizes, norm, p, slope)));
    }

    static R Greatest<R>(IEnumerable<R> sizes)
        where R : struct, IReal<R> => sizes.Aggregate(R.Zero, R.Max);

    // z·s, where the slope s is the sign of z, shared by all of the largest size.
    static R[] Shares<R>(R[] z, R[] sizes, R? slope)
        where R : struct, IReal<R>
    {
        R[] held = Array.ConvertAll(sizes, R.Detach);
        var terms = new R[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            R own = held[i], ties = R.One;
            R[] others = [.. held.Where((_, j) => j != i)];
            foreach (R other in others)
                ties += R.Where(R.Equal(own, other), R.One, R.Zero);
            terms[i] = z[i] * (R.Sign(R.Detach(z[i])) * R.Where(own >= Greatest(others), (slope ?? R.One) / ties, R.Zero));
        }

        return terms;
    }

    // Σ z·s, where the slopes s are z|z|ᵖ⁻²/‖z‖ᵖ⁻¹ = sign(z)·(|z|/‖z‖)ᵖ⁻¹.
    static R BySlopes<R>(R[] z, R[] sizes, R norm, double p, R? slope)
        where R : struct, IReal<R>
    {
        var terms = new R[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            R held = R.Detach(z[i]), size = R.Detach(sizes[i]);
            if (p < 1)
            {
                R along = Power(norm, 1 - p);
                terms[i] = z[i] * (R.Sign(held) * Power(size, p - 1) * (slope is { } given ? given * along : along));
                continue;
            }

            terms[i] = slope is { } first
                ? p == 2 ? z[i] * (first * (held / norm)) : z[i] * (R.Sign(held) * Power(size, p - 1) * (first / Power(norm, p - 1)))
                : p == 2 ? R.WithSlopeOf(z[i] * (held / norm), z[i] * held / norm)
                : R.WithSlopeOf(z[i] * (R.Sign(held) * Power(size, p - 1) / Power(norm, p - 1)), z[i] * (R.Sign(held) * Power(size / norm, p - 1)));
        }

        return Sum(terms);
    }

    static R CosineOf<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> y, R? slope)
        where R : struct, IReal<R> => Cosine(x, y, x, y, slope);

    static R Squares<R>(ReadOnlySpan<R> x)
        where R : struct, IReal<R> => Sum(Pairs(x, x, (a, _) => R.Square(a)));

    // Half of the squares' derivative.
    static R Along<R>(ReadOnlySpan<R> x)
        where R : struct, IReal<R> => Sum(Pairs(x, x, (a, b) => a * R.Detach(b)));

    static R Times<R>(R distance, R? slope)
        where R : struct, IReal<R> => slope is { } factor ? distance * factor : distance;

    // A whole power as a product, any other by the logarithm.
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

    // A single number broadcasts to the other vector.
    static ReadOnlySpan<R> Beside<R>(ReadOnlySpan<R> x, ReadOnlySpan<R> other)
        where R : struct, IReal<R> => x.Length == 1 ? Enumerable.Repeat(x[0], other.Length).ToArray() : x;

    static R Sum<R>(R[] terms)
        where R : struct, IReal<R> => R.Sum(terms, Order.Sum(terms.Length));
}
