using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>The orders of operations that mathematics leaves open and an implementation may choose.</summary>
static class Order
{
    // libtorch's cascade sum adds at most 32 numbers in a row before it starts the next partial sum.
    const int Block = 32;

    /// <summary>The class of an ordinary sum: blocks of numbers, then the sums of blocks.</summary>
    /// <remarks>
    /// Blocks grow with the square root of the count, which keeps the longest chain near <c>2√n</c>. libtorch's cascade sum and the lanes
    /// of a vectorized loop have shorter chains at every length.
    /// </remarks>
    public static SumClass Sum(int count) => SumClass.Blocked(Math.Max(Block, (int)Math.Ceiling(Math.Sqrt(count))));

    /// <summary>A sum in which every term is itself a sum of two, which need not be added to each other first.</summary>
    public static R SumByPaths<R>(IReadOnlyCollection<R> terms)
        where R : struct, IReal<R>
    {
        R[] halves = [.. terms.Concat(terms).Select(term => R.Half * term)];
        return R.Sum(halves, Sum(halves.Length));
    }

    /// <summary>A product of up to four factors in any association: widened by a few rounding errors in either direction.</summary>
    public static R AnyAssociation<R>(R product)
        where R : struct, IReal<R>
    {
        if (R.KeepsFirst)
            return product;
        // Additions that cancel leave the product, widened by a few rounding errors in either direction.
        R moved = R.Where(R.Equal(R.Abs(product), R.Exact(double.PositiveInfinity)), product, R.Sum([product, product, -product], SumClass.Any));
        return R.Hull(product, moved);
    }

    /// <summary>A product whose factors may be multiplied in any order.</summary>
    public static R Product<R>(params ReadOnlySpan<R> factors)
        where R : struct, IReal<R>
    {
        switch (factors.Length)
        {
            case 1:
                return factors[0];
            case 2:
                return factors[0] * factors[1];
        }

        if (R.KeepsFirst)
            return Product<R>([factors[0] * factors[1], .. factors[2..]]);
        // Try every pair first; its product is then one factor among the rest.
        R? all = null;
        for (int i = 0; i < factors.Length; i++)
        {
            for (int j = i + 1; j < factors.Length; j++)
            {
                R product = Product<R>([factors[i] * factors[j], .. Without(factors, i, j)]);
                all = all is { } others ? R.Hull(others, product) : product;
            }
        }

        return all ?? R.One;
    }

    /// <summary>The product of factors in any order; 1 if there are none.</summary>
    public static R Product<R>(ReadOnlySpan<Factor<R>> factors)
        where R : struct, IReal<R> => Derivative(seed => seed, factors);

    /// <summary>The derivative of a loss times factors, each applied before or after the differentiation, in any order.</summary>
    public static R Derivative<R>(Func<R, R> derivativeOfSeed, ReadOnlySpan<Factor<R>> factors)
        where R : struct, IReal<R>
    {
        if (R.KeepsFirst)
            return InOrder(derivativeOfSeed(R.One), factors);
        R unscaled = derivativeOfSeed(R.One), derivative = InAnyOrder(derivativeOfSeed, unscaled, factors);
        // Factors may be multiplied among themselves first.
        if (factors.Length > 1)
            derivative = R.Hull(derivative, unscaled * InAnyOrder(seed => seed, R.One, factors));
        Factor<R>[] merged = Merged(factors);
        return merged.Length < factors.Length ? R.Hull(derivative, InAnyOrder(derivativeOfSeed, unscaled, merged)) : derivative;
    }

    /// <summary>The hull of several natural ways to compute a number; point-valued systems use the first.</summary>
    public static R Any<TWay, R>(IEnumerable<TWay> ways, Func<TWay, R> compute)
        where R : struct, IReal<R> => R.KeepsFirst ? compute(ways.First()) : ways.Select(compute).Aggregate(R.Hull);

    /// <summary>A derivative times factors, applied in any order.</summary>
    public static R After<R>(R derivative, ReadOnlySpan<Factor<R>> factors)
        where R : struct, IReal<R>
    {
        // The product with each set of factors, from those with one fewer.
        var products = new R[1 << factors.Length];
        products[0] = derivative;
        for (int set = 1; set < products.Length; set++)
            products[set] = LastOf(set, factors, (factor, others) => factor.Apply(products[others]));
        return products[^1];
    }

    static R InOrder<R>(R derivative, ReadOnlySpan<Factor<R>> factors)
        where R : struct, IReal<R>
    {
        foreach (Factor<R> factor in factors)
            derivative = factor.Apply(derivative);
        return derivative;
    }

    // Divisors that are known on the host may be multiplied there.
    static Factor<R>[] Merged<R>(ReadOnlySpan<Factor<R>> factors)
        where R : struct, IReal<R>
    {
        Host? divisor = null;
        var rest = new List<Factor<R>>();
        foreach (Factor<R> factor in factors)
        {
            if (factor.Divisor is { } one)
                divisor = divisor is null ? one : divisor * one;
            else
                rest.Add(factor);
        }

        return divisor is null ? [.. rest] : [.. rest, Factor<R>.Over(divisor)];
    }

    // Every set of factors may be applied to the seed, in any order, and the others to the derivative.
    static R InAnyOrder<R>(Func<R, R> derivativeOfSeed, R unscaled, ReadOnlySpan<Factor<R>> factors)
        where R : struct, IReal<R>
    {
        R all = After(unscaled, factors);
        var seeds = new R[1 << factors.Length];
        for (int set = 1; set < seeds.Length; set++)
        {
            seeds[set] = LastOf(set, factors, (factor, others) => others == 0 ? factor.Alone() : factor.Apply(seeds[others]));
            all = R.Hull(all, After<R>(derivativeOfSeed(seeds[set]), Outside(set, factors)));
        }

        return all;
    }

    // The hull over the factors of a set, each of which may be the last.
    static R LastOf<R>(int set, ReadOnlySpan<Factor<R>> factors, Func<Factor<R>, int, R> apply)
        where R : struct, IReal<R>
    {
        R? all = null;
        for (int i = 0; i < factors.Length; i++)
        {
            if ((set >> i & 1) == 0)
                continue;
            R result = apply(factors[i], set & ~(1 << i));
            all = all is { } others ? R.Hull(others, result) : result;
        }

        return all!.Value;
    }

    static Factor<R>[] Outside<R>(int set, ReadOnlySpan<Factor<R>> factors)
        where R : struct, IReal<R>
    {
        var outside = new List<Factor<R>>();
        for (int i = 0; i < factors.Length; i++)
        {
            if ((set >> i & 1) == 0)
                outside.Add(factors[i]);
        }

        return [.. outside];
    }

    static TItem[] Without<TItem>(ReadOnlySpan<TItem> items, int i, int j = -1)
    {
        var rest = new List<TItem>(items.Length);
        for (int k = 0; k < items.Length; k++)
        {
            if (k != i && k != j)
                rest.Add(items[k]);
        }

        return [.. rest];
    }
}
