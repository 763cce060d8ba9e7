namespace ParityNet.Definitions.Numbers;

/// <summary>Bounds on the magnitude of the partial products of a number's factors, multiplied in any order.</summary>
/// <remarks>
/// The fields are exponents of 2: the magnitude of every nonzero partial product is below <c>2^Peak</c> and above <c>2^Pit</c>. A factor
/// that is a sum may also be multiplied term by term: <c>InnerPeak</c> and <c>InnerPit</c> bound the partial products when one sum is
/// expanded like that. <c>Term</c> is the exponent of the largest term of the last reduction, carried through products; without one it is
/// the number's own exponent. <c>Scale</c> is that of the largest term of all the sums on the way, two-term sums too.
/// </remarks>
readonly record struct Factors(short Peak, short Pit, short InnerPeak, short InnerPit, short Term, short Scale, bool IsSum, bool IsMixed)
{
    // Far beyond the exponents of any element type, and far from the limits of a short.
    const int Limit = 1 << 14;

    public static Factors Of<T>(Bounds<T> number) where T : unmanaged
    {
        (short peak, short pit) = Extent(number);
        short own = Exponent(number);
        return new(peak, pit, peak, pit, own, own, false, false);
    }

    /// <summary>A product of two numbers.</summary>
    public static Factors Product(Factors a, Factors b) => new(
        Clamped(a.Peak + b.Peak),
        Clamped(a.Pit + b.Pit),
        Clamped(Math.Max(a.InnerPeak + b.Peak, a.Peak + b.InnerPeak)),
        Clamped(Math.Min(a.InnerPit + b.Pit, a.Pit + b.InnerPit)),
        Clamped(a.Term + b.Term),
        Clamped(a.Scale + b.Scale),
        false,
        a.IsMixed || b.IsMixed);

    /// <summary>A quotient: a product with the reciprocals of the divisor's factors.</summary>
    public static Factors Quotient(Factors a, Factors b) =>
        Product(a, new(Clamped(-b.Pit), Clamped(-b.Peak), Clamped(-b.Pit), Clamped(-b.Peak), Clamped(-b.Term), Clamped(-b.Scale), false, false));

    /// <summary>A product of equal numbers.</summary>
    public static Factors Power(Factors a, long exponent)
    {
        int count = (int)Math.Min(exponent, Limit);
        short peak = Clamped(a.Peak * count), pit = Clamped(a.Pit * count);
        return new(peak, pit, Clamped(a.InnerPeak - a.Peak + peak), Clamped(a.InnerPit - a.Pit + pit), Clamped(a.Term * count),
            Clamped(a.Scale * count), false, a.IsMixed);
    }

    /// <summary>One of two numbers.</summary>
    public static Factors Either(Factors a, Factors b) => new(
        Math.Max(a.Peak, b.Peak),
        Math.Min(a.Pit, b.Pit),
        Math.Max(a.InnerPeak, b.InnerPeak),
        Math.Min(a.InnerPit, b.InnerPit),
        Math.Max(a.Term, b.Term),
        Math.Max(a.Scale, b.Scale),
        a.IsSum && b.IsSum,
        a.IsMixed || b.IsMixed);

    /// <summary>Adds a term to a sum.</summary>
    /// <param name="term">The term; if it is a sum, its own terms are used.</param>
    /// <param name="isOpposite">Whether two terms can have different signs.</param>
    public Factors With(Factors term, bool isOpposite) => this with
    {
        InnerPeak = Math.Max(InnerPeak, term.IsSum ? term.InnerPeak : term.Peak),
        InnerPit = Math.Min(InnerPit, term.IsSum ? term.InnerPit : term.Pit),
        Scale = Math.Max(Scale, term.Scale),
        IsSum = true,
        IsMixed = IsMixed || term.IsMixed || isOpposite,
    };

    /// <summary>The same for a reduction, which also records the largest term.</summary>
    public Factors Reducing(Factors term, bool isOpposite) => With(term, isOpposite) with { Term = Math.Max(Term, term.Term) };

    /// <summary>Whether a partial product can overflow.</summary>
    public bool Overflows<T>() where T : unmanaged => InnerPeak > -Format<T>.MinExponent + 2;

    /// <summary>Whether a partial product can underflow.</summary>
    public bool Underflows<T>() where T : unmanaged => InnerPit < Format<T>.MinExponent - Format<T>.Precision + 1;

    static (short Peak, short Pit) Extent<T>(Bounds<T> number) where T : unmanaged
    {
        if (number.IsEmpty)
            return default;
        Wide low = Wide.Abs(number.Lo), high = Wide.Abs(number.Hi), large = Wide.Max(low, high);
        Wide small = number.HasZero ? large : Wide.Min(low, high);
        return (IsPlain(large) ? Clamped(Math.Max(0, large.Magnitude + 1)) : (short)0,
            IsPlain(small) ? Clamped(Math.Min(0, small.Magnitude)) : (short)0);
    }

    static short Exponent<T>(Bounds<T> number) where T : unmanaged
    {
        // The smallest magnitude in the enclosure: its width must not count as magnitude.
        Wide size = number.IsEmpty || number.HasZero ? Wide.Zero : Wide.Min(Wide.Abs(number.Lo), Wide.Abs(number.Hi));
        return IsPlain(size) ? Clamped(size.Magnitude) : (short)-Limit;
    }

    static bool IsPlain(Wide size) => !size.IsZero && !size.IsInfinite;

    static short Clamped(int exponent) => (short)Math.Clamp(exponent, -Limit, Limit);
}
