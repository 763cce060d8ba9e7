namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Enclosure<T>
{
    /// <inheritdoc/>
    public static Enclosure<T> Sum(ReadOnlySpan<Enclosure<T>> terms, SumClass order)
    {
        Wide low = Wide.Zero, high = Wide.Zero, size = Wide.Zero, positive = Wide.Zero, negative = Wide.Zero;
        bool mayBeNaN = false, minusZero = !terms.IsEmpty, plusInfinity = false, minusInfinity = false;
        int count = 0;
        Enclosure<T> last = default, other = default;
        foreach (Enclosure<T> term in terms)
        {
            if (term.IsEmpty)
                return NaN;
            mayBeNaN |= term.MayBeNaN;
            minusZero &= term.MayBeMinusZero;
            if (IsExactly(term, 0))
                continue;
            count++;
            (other, last) = (last, term);
            plusInfinity |= term.hi == Wide.PositiveInfinity;
            minusInfinity |= term.lo == Wide.NegativeInfinity;
            low = IsOpposite(low, term.lo) ? Wide.NegativeInfinity : Wide.AddDown(low, term.lo);
            high = IsOpposite(high, term.hi) ? Wide.PositiveInfinity : AddUp(high, term.hi);
            size = AddUp(size, Wide.Max(Wide.Abs(term.lo), Wide.Abs(term.hi)));
            positive = AddUp(positive, Wide.Max(term.hi, Wide.Zero));
            negative = Wide.AddDown(negative, Wide.Min(term.lo, Wide.Zero));
        }

        if (count <= 2)
            return WithNaN(other + last, mayBeNaN, minusZero);
        if (IsExactInAnyOrder(terms, size))
            return new(low, high, mayBeNaN, minusZero);
        mayBeNaN |= plusInfinity && minusInfinity;
        if (low == high && low.IsInfinite && HasCertainInfinities(terms))
            return NaN;
        if (plusInfinity || minusInfinity)
            return new(low, high, mayBeNaN, minusZero);
        return Spread(low, high, size, positive, negative, order, count, mayBeNaN);
    }

    // The exact sum with the class's error, and with the infinities that partial sums may reach.
    static Enclosure<T> Spread(
        Wide low, Wide high, Wide size, Wide positive, Wide negative, SumClass order, int count, bool mayBeNaN)
    {
        Wide error = -Wide.MulDown(-ErrorFactor(order, count), size);
        bool above = AddUp(positive, error) > Format<T>.Largest, below = Wide.AddDown(negative, -error) < -Format<T>.Largest;
        Enclosure<T> result = new(Format<T>.Outward(Wide.AddDown(low, -error)), -Format<T>.Outward(Wide.AddDown(-high, -error)), mayBeNaN);
        if (order.Kind == SumKind.Wide)
            result = Rounded(result.lo, result.hi, mayBeNaN);
        return new(
            below ? Wide.NegativeInfinity : result.lo,
            above ? Wide.PositiveInfinity : result.hi,
            mayBeNaN || (above && below));
    }

    // γₖ = ku/(1 − ku); for compensated sums 2u and 8nu² for the terms of second order; for wide ones γ of the wider type.
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

    // All summands are multiples of one power of two g, and Σ|x| ≤ 2ᵖ·g: then so is every partial sum, and none rounds.
    static bool IsExactInAnyOrder(ReadOnlySpan<Enclosure<T>> terms, Wide size)
    {
        if (size.IsInfinite)
            return false;
        int grid = int.MaxValue;
        foreach (Enclosure<T> term in terms)
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

    static bool HasCertainInfinities(ReadOnlySpan<Enclosure<T>> terms)
    {
        bool plus = false, minus = false;
        foreach (Enclosure<T> term in terms)
        {
            plus |= term.lo == Wide.PositiveInfinity;
            minus |= term.hi == Wide.NegativeInfinity;
        }

        return plus && minus;
    }

    static Wide AddUp(Wide a, Wide b) => -Wide.AddDown(-a, -b);

    static Enclosure<T> WithNaN(Enclosure<T> a, bool mayBeNaN, bool mayBeMinusZero) =>
        a.IsEmpty ? a : new(a.lo, a.hi, a.MayBeNaN || mayBeNaN, mayBeMinusZero);
}
