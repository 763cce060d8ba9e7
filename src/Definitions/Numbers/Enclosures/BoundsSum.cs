namespace ParityNet.Definitions.Numbers;

readonly partial record struct Bounds<T>
{
    /// <summary>The sum, with the rounding error of any summation order of the class.</summary>
    /// <param name="terms">The summands.</param>
    /// <param name="order">The orders to choose from.</param>
    /// <param name="saturates">Whether partial sums that overflow become infinite.</param>
    /// <param name="leaves">Whether partial sums can overflow.</param>
    public static Bounds<T> Sum(ReadOnlySpan<Bounds<T>> terms, SumClass order, bool saturates, out bool leaves)
    {
        leaves = false;
        Wide low = Wide.Zero, high = Wide.Zero, lowSize = Wide.Zero, highSize = Wide.Zero;
        Wide positive = Wide.Zero, negative = Wide.Zero;
        bool mayBeNaN = false, minusZero = !terms.IsEmpty;
        int count = 0;
        Bounds<T> last = default, other = default;
        foreach (Bounds<T> term in terms)
        {
            if (term.IsEmpty)
                return NaN;
            mayBeNaN |= term.MayBeNaN;
            minusZero &= term.MayBeMinusZero;
            if (IsExactly(term, 0))
                continue;
            count++;
            (other, last) = (last, term);
            low = IsOpposite(low, term.lo) ? Wide.NegativeInfinity : Wide.AddDown(low, term.lo);
            high = IsOpposite(high, term.hi) ? Wide.PositiveInfinity : AddUp(high, term.hi);
            lowSize = AddUp(lowSize, Wide.Abs(term.lo));
            highSize = AddUp(highSize, Wide.Abs(term.hi));
            positive = AddUp(positive, Wide.Max(term.hi, Wide.Zero));
            negative = Wide.AddDown(negative, Wide.Min(term.lo, Wide.Zero));
        }

        if (count <= 2)
            return WithNaN(other + last, mayBeNaN, minusZero);
        leaves = AddUp(positive, -negative) > Format<T>.Largest;
        if (IsExactInAnyOrder(terms, lowSize) && !(saturates && leaves))
            return new(low, high, mayBeNaN, minusZero);
        if (HasCertainInfinities(terms))
            return NaN;

        // Rounded addition is monotonic, so each bound has the error of the summands at that bound. Compensation is not monotonic.
        if (order.Kind == SumKind.Compensated)
            lowSize = highSize = Wide.Max(AddUp(positive, -negative), Wide.Max(lowSize, highSize));
        Wide factor = ErrorFactor(order, count);
        Wide lowError = ErrorOf(factor, lowSize), highError = ErrorOf(factor, highSize);
        low = Format<T>.Outward(Wide.AddDown(low, -lowError));
        high = -Format<T>.Outward(-AddUp(high, highError));

        // Partial sums can overflow although the sum does not.
        bool above = AddUp(positive, highError) > Format<T>.Largest, below = Wide.AddDown(negative, -lowError) < -Format<T>.Largest;
        leaves = above || below;
        if (saturates)
        {
            low = below ? Wide.NegativeInfinity : low;
            high = above ? Wide.PositiveInfinity : high;
            mayBeNaN |= above && below;
        }
        // Summands that are not representable in T are unrounded values: then the sum is rounded.
        return Rounded(low, high, mayBeNaN, minusZero);
    }

    static Wide ErrorOf(Wide factor, Wide size) => -Wide.MulDown(-factor, size);

    // γₖ = ku/(1 − ku); for compensated sums 2u + 8nu², which covers the second-order terms; for wide sums γ of the wider type.
    static Wide ErrorFactor(SumClass order, int count)
    {
        double unit = Format<T>.Unit;
        return order.Kind switch
        {
            SumKind.Compensated => 2 * unit + 8 * unit * unit * count,
            SumKind.Wide => Gamma(count - 1L, unit * unit),
            _ => Gamma(order.Chain(count), unit),
        };
    }

    static Wide Gamma(long chain, double unit)
    {
        double share = chain * unit;
        return share >= 1 ? Wide.PositiveInfinity : -Wide.DivDown(-share, 1 - share);
    }

    // If all summands are multiples of one power of two g, and Σ|x| ≤ 2ᵖ·g, so are all partial sums, and none is rounded.
    static bool IsExactInAnyOrder(ReadOnlySpan<Bounds<T>> terms, Wide size)
    {
        if (size.IsInfinite)
            return false;
        int grid = int.MaxValue;
        foreach (Bounds<T> term in terms)
        {
            if (term.lo != term.hi || !term.lo.IsDouble)
                return false;
            if (!term.lo.IsZero)
                grid = Math.Min(grid, LowestBit(term.lo.High));
        }

        return size <= Math.ScaleB(1, grid + Format<T>.Precision) && grid >= Format<T>.MinExponent - Format<T>.Precision + 1;
    }

    static int LowestBit(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        long fraction = bits & ((1L << 52) - 1);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long significand = exponent == 0 ? fraction : fraction | (1L << 52);
        return (int)long.TrailingZeroCount(significand) + Math.Max(exponent, 1) - 1075;
    }

    static bool HasCertainInfinities(ReadOnlySpan<Bounds<T>> terms)
    {
        bool plus = false, minus = false;
        foreach (Bounds<T> term in terms)
        {
            plus |= term.lo == Wide.PositiveInfinity;
            minus |= term.hi == Wide.NegativeInfinity;
        }

        return plus && minus;
    }

    static Wide AddUp(Wide a, Wide b) => -Wide.AddDown(-a, -b);

    static Bounds<T> WithNaN(Bounds<T> a, bool mayBeNaN, bool mayBeMinusZero) =>
        a.IsEmpty ? a : new(a.lo, a.hi, a.MayBeNaN || mayBeNaN, mayBeMinusZero);
}
