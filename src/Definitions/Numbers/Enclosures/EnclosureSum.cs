namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Enclosure<T>
{
    /// <inheritdoc/>
    public static Enclosure<T> Sum(ReadOnlySpan<Enclosure<T>> terms, SumClass order)
    {
        var numbers = new Bounds<T>[terms.Length];
        bool isBeyond = false, hasNegative = false, hasPositive = false;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = terms[i].bounds;
            isBeyond |= terms[i].beyond is not null;
            hasNegative |= numbers[i].Lo.High < 0;
            hasPositive |= numbers[i].Hi.High > 0;
        }

        Bounds<T> sum = Bounds<T>.Sum(numbers, order, saturates: false, out bool leaves);
        var factors = Factors.Of(sum);
        foreach (Enclosure<T> term in terms)
            factors = factors.Reducing(term.factors, hasNegative && hasPositive);
        if (!isBeyond && !leaves && sum.IsInRange)
            return new(sum, factors);
        bool isUndefined = Bounds<T>.Sum(Array.ConvertAll(numbers, x => x.Numbers), order, saturates: false, out _).MayBeNaN;
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = terms[i].Saturated;
        Bounds<T> loose = Bounds<T>.Sum(numbers, order, saturates: true, out _);
        Enclosure<T> all = Beyond(sum, factors, loose, isUndefined, terms);
        return leaves && all.beyond is { } found ? new(sum, factors, found with { Overflows = true }) : all;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The value is increasing in its operands, with derivatives that sum to 1. With an interval as the shift, every recursion would add
    /// twice the width of that interval; an implementation shifts by a single number in it, and its rounding error is extreme at the ends.
    /// </remarks>
    public static Enclosure<T> LogSumExp(ReadOnlySpan<Enclosure<T>> terms, SumClass order)
    {
        if (terms.IsEmpty)
            return Exact(double.NegativeInfinity);
        Enclosure<T> largest = terms[0];
        foreach (Enclosure<T> term in terms[1..])
            largest = Max(largest, term);
        if (largest.IsNaNOnly || largest.beyond is not null || largest.bounds.HasInfinity)
            return Shifted(terms, Where(Equal(Abs(largest), Exact(double.PositiveInfinity)), Exact(0), largest), order);
        Enclosure<T> low = Shifted(terms, Point(largest.bounds.Lo), order);
        return largest.bounds.IsPoint ? low : Hull(low, Shifted(terms, Point(largest.bounds.Hi), order));
    }

    static Enclosure<T> Point(Wide number) => new(new Bounds<T>(number, number, mayBeNaN: false));

    static Enclosure<T> Shifted(ReadOnlySpan<Enclosure<T>> terms, Enclosure<T> shift, SumClass order)
    {
        var powers = new Enclosure<T>[terms.Length];
        for (int i = 0; i < powers.Length; i++)
            powers[i] = Exp(terms[i] - shift);
        return shift + Log(Sum(powers, order));
    }
}
