namespace ParityNet.Definitions.Numbers;

/// <summary>
/// An interval of the possible results of operations in <typeparamref name="T"/>, and perhaps NaN, as if the type had unbounded exponents.
/// </summary>
/// <remarks>
/// A bound that rounding would turn into infinity or 0 keeps its magnitude; <see cref="Saturated"/> applies the type's range. So an
/// infinity comes from an infinite operand or a pole, never from overflow, and NaN only from an undefined operation.
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
readonly partial record struct Bounds<T>
    where T : unmanaged
{
    readonly Wide lo, hi;

    public Bounds(Wide lo, Wide hi, bool mayBeNaN, bool mayBeMinusZero = false)
    {
        this.lo = lo;
        this.hi = hi;
        MayBeNaN = mayBeNaN;
        MayBeMinusZero = mayBeMinusZero;
    }

    /// <summary>Only NaN.</summary>
    public static Bounds<T> NaN => new(Wide.PositiveInfinity, Wide.NegativeInfinity, mayBeNaN: true);

    public Wide Lo => lo;

    public Wide Hi => hi;

    public bool MayBeNaN { get; init; }

    public bool MayBeMinusZero { get; }

    /// <summary>Whether the interval is empty, so that NaN is the only value.</summary>
    public bool IsEmpty => hi < lo;

    public bool IsPoint => lo == hi;

    public bool HasZero => lo.High <= 0 && hi.High >= 0;

    public bool HasInfinity => !IsEmpty && (lo.IsInfinite || hi.IsInfinite);

    /// <summary>Whether the bounds are within the type's range, so that saturating changes nothing.</summary>
    public bool IsInRange => IsEmpty || (InRange(lo) && InRange(hi));

    /// <summary>The same interval without NaN.</summary>
    public Bounds<T> Numbers => IsEmpty ? this : this with { MayBeNaN = false };

    /// <summary>
    /// The bounds after rounding a result to the type; a bound that is huge only because a divisor underflowed does not become infinite.
    /// </summary>
    public Bounds<T> Final =>
        IsInRange ? this : new Bounds<T>(Wide.Min(-Reachable(-lo), hi), Wide.Max(Reachable(hi), lo), MayBeNaN, MayBeMinusZero).Saturated();

    public static Bounds<T> Exact(double value) => double.IsNaN(value)
        ? NaN
        : new(value, value, mayBeNaN: false, value == 0 && double.IsNegative(value));

    public static Bounds<T> Hull(Bounds<T> a, Bounds<T> b) => new(
        Wide.Min(a.lo, b.lo),
        Wide.Max(a.hi, b.hi),
        a.MayBeNaN || b.MayBeNaN,
        a.MayBeMinusZero || b.MayBeMinusZero);

    /// <summary>Whether a number is between the bounds; for NaN, whether NaN is possible.</summary>
    public bool Admits(double value) => double.IsNaN(value) ? MayBeNaN : lo <= value && hi >= value;

    /// <summary>The bounds with infinity where rounding overflows and 0 where it underflows.</summary>
    public Bounds<T> Saturated()
    {
        if (IsInRange)
            return this;
        Wide low = Flushed(lo), high = Flushed(hi);
        return new(
            low.High < 0 ? Overflown(low) : low,
            high.High > 0 ? Overflown(high) : high,
            MayBeNaN,
            MayBeMinusZero || (hi.High < 0 && high.IsZero));
    }

    /// <summary>Real results between two bounds, each rounded to the type or kept in a wider type.</summary>
    public static Bounds<T> Rounded(Wide lo, Wide hi, bool mayBeNaN, bool mayBeMinusZero = false) =>
        new(Format<T>.Lower(lo), Format<T>.Upper(hi), mayBeNaN, mayBeMinusZero);

    // The reciprocal of Format<T>.Vanishing, which stands for underflowed numbers, is far beyond any genuine result.
    static Wide Reachable(Wide upper) =>
        upper.High > 0 && upper.Exponent > -Format<T>.Vanishing.Exponent / 2 ? Format<T>.Largest : upper;

    static bool InRange(Wide bound)
    {
        double size = Math.Abs(bound.High);
        return bound.Exponent == 0 && (size == 0 || double.IsInfinity(size) || (size <= Format<T>.Largest && size > Format<T>.Smallest / 2));
    }

    static Wide Flushed(Wide bound) => bound.IsZero || bound.IsInfinite || Format<T>.Nearest(bound) != 0 ? bound : Wide.Zero;

    static Wide Overflown(Wide bound) => bound.IsInfinite || !double.IsInfinity(Format<T>.Nearest(bound)) ? bound
        : bound.High < 0 ? Wide.NegativeInfinity : Wide.PositiveInfinity;
}
