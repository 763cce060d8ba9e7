namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Enclosure<T>
{
    /// <inheritdoc/>
    public static Enclosure<T> Sqrt(Enclosure<T> a)
    {
        if (!Clipped(ref a, 0))
            return NaN;
        return new(Root(Wide.SqrtDown(a.lo)), -Root(-Wide.SqrtUp(a.hi)), a.MayBeNaN, a.MayBeMinusZero);
    }

    /// <inheritdoc/>
    public static Enclosure<T> HostSqrt(Enclosure<T> a)
    {
        if (!Clipped(ref a, 0))
            return NaN;
        return Rounded(Wide.SqrtDown(a.lo), Wide.SqrtUp(a.hi), a.MayBeNaN, a.MayBeMinusZero);
    }

    /// <inheritdoc/>
    public static Enclosure<T> Exp(Enclosure<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Exp, Accuracy.Exp, new(0, 1), 0, double.PositiveInfinity);

    /// <inheritdoc/>
    public static Enclosure<T> Log(Enclosure<T> a)
    {
        if (!Clipped(ref a, 0))
            return NaN;
        return Increasing(
            a,
            x => x.IsZero ? Wide.NegativeInfinity : x.IsInfinite ? x : WideFunctions.Log(x),
            Accuracy.Log,
            new(1, 0),
            double.NegativeInfinity,
            double.PositiveInfinity);
    }

    /// <inheritdoc/>
    public static Enclosure<T> Log1p(Enclosure<T> a)
    {
        if (!Clipped(ref a, -1))
            return NaN;
        return Increasing(
            a,
            x => x == -1 ? Wide.NegativeInfinity : x.IsInfinite ? x : WideFunctions.Log1p(x),
            Accuracy.Log1p,
            new(0, 0),
            double.NegativeInfinity,
            double.PositiveInfinity);
    }

    /// <inheritdoc/>
    public static Enclosure<T> Expm1(Enclosure<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Expm1, Accuracy.Expm1, new(0, 0), -1, double.PositiveInfinity);

    /// <inheritdoc/>
    public static Enclosure<T> Tanh(Enclosure<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Tanh, Accuracy.Tanh, new(0, 0), -1, 1);

    /// <inheritdoc/>
    public static Enclosure<T> Erf(Enclosure<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Erf, Accuracy.Erf, new(0, 0), -1, 1);

    /// <inheritdoc/>
    public static Enclosure<T> Sigmoid(Enclosure<T> a)
    {
        if (a.IsEmpty)
            return NaN;
        Enclosure<T> result = Increasing(a, WideFunctions.Sigmoid, Accuracy.Sigmoid, new(0, 0.5), 0, 1);
        // 1/(1 + exp(−x)) is 0 where the exponential overflows, though the exact value may still be representable.
        return Exp(-a).hi.IsInfinite ? Hull(result, Exact(0)) : result;
    }

    /// <inheritdoc/>
    public static Enclosure<T> Softplus(Enclosure<T> a) => a.IsEmpty
        ? NaN
        : Increasing(
            a,
            x => x == Wide.PositiveInfinity ? x : WideFunctions.Softplus(x),
            Accuracy.Softplus,
            null,
            0,
            double.PositiveInfinity);

    /// <inheritdoc/>
    /// <remarks>
    /// The value grows with its operands, and by no more than they do. Were the largest operand an interval in the shift, every recursion would
    /// take its width twice more; an implementation shifts by one number in it, and rounds the least or the most at its ends.
    /// </remarks>
    public static Enclosure<T> LogSumExp(ReadOnlySpan<Enclosure<T>> terms, SumClass order)
    {
        if (terms.IsEmpty)
            return Exact(double.NegativeInfinity);
        Enclosure<T> largest = terms[0];
        foreach (Enclosure<T> term in terms[1..])
            largest = Max(largest, term);
        if (largest.IsEmpty || largest.HasInfinity)
            return Shifted(terms, Where(Equal(Abs(largest), Exact(double.PositiveInfinity)), Exact(0), largest), order);
        Enclosure<T> low = Shifted(terms, new(largest.lo, largest.lo, mayBeNaN: false), order);
        return largest.lo == largest.hi ? low : Hull(low, Shifted(terms, new(largest.hi, largest.hi, mayBeNaN: false), order));
    }

    static Enclosure<T> Shifted(ReadOnlySpan<Enclosure<T>> terms, Enclosure<T> shift, SumClass order)
    {
        var powers = new Enclosure<T>[terms.Length];
        for (int i = 0; i < powers.Length; i++)
            powers[i] = Exp(terms[i] - shift);
        return shift + Log(Sum(powers, order));
    }

    // The least number of the type that a library may take for a root, or the root itself; every library finds one that is such a number.
    static Wide Root(Wide root) => root.IsInfinite || (root.IsDouble && Format<T>.Lower(root) == root && Format<T>.Upper(root) == root)
        ? root
        : Wide.Min(root, Format<T>.Ceiling(Wide.AddDown(root, -Accuracy.Sqrt * Format<T>.Ulp(root))));

    // Leaves the part of the operand from which a function is defined; false where there is none.
    static bool Clipped(ref Enclosure<T> a, double from)
    {
        if (a.hi < from || a.IsEmpty)
            return false;
        if (a.lo < from)
            a = new(from, a.hi, mayBeNaN: true, a.MayBeMinusZero);
        return true;
    }

    // An increasing function, exact at one given point, with results between least and most.
    static Enclosure<T> Increasing(
        Enclosure<T> a, Func<Wide, Wide> function, double ulps, (double At, double Value)? exact, double least, double most)
    {
        Wide atLow = function(a.lo), atHigh = a.lo == a.hi ? atLow : function(a.hi);
        Wide low = Bound(a.lo, atLow, up: false), high = Bound(a.hi, atHigh, up: true);
        bool minusZero = least < 0 && a.CanBeNegative && !double.IsNegativeInfinity(least);
        return new(Wide.Max(low, least), Wide.Min(high, most), a.MayBeNaN, minusZero);

        Wide Bound(Wide x, Wide value, bool up)
        {
            if (exact is { } point && x == point.At)
                return point.Value;
            if (x.IsInfinite || (value.IsInfinite && value.High < 0))
                return value;
            if (value.IsInfinite)
                return up ? value : Format<T>.Outward(double.MaxValue);
            Wide bound = up ? -Outward(-value, ulps) : Outward(value, ulps);
            // Where f(0) = 0, no implementation gets the sign wrong.
            bool keepsSign = exact is (0, 0) && (up ? x.High < 0 : x.High > 0);
            return keepsSign && bound.High < 0 != x.High < 0 ? Wide.Zero : bound;
        }
    }

    // A result between low and high, off by some ULP unless it is a number of the type.
    static Enclosure<T> Widened(Wide low, Wide high, bool mayBeNaN, double ulps, bool mayBeMinusZero)
    {
        bool exact = low == high && Format<T>.Lower(low) == low && Format<T>.Upper(high) == high && low.IsDouble;
        return exact || low.IsInfinite
            ? new(low, high, mayBeNaN, mayBeMinusZero)
            : new(Outward(low, ulps), -Outward(-high, ulps), mayBeNaN, mayBeMinusZero);
    }

    static Wide Outward(Wide value, double ulps)
    {
        if (value.IsInfinite)
            return value;
        Wide below = Wide.AddDown(Wide.Below(value, WideFunctions.Margin, WideFunctions.Steps), -ulps * Format<T>.Ulp(value));
        return below < -Format<T>.Largest ? Wide.NegativeInfinity : Format<T>.Outward(below);
    }
}
