namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Enclosure<T>
{
    /// <inheritdoc/>
    public static Truth operator <(Enclosure<T> a, Enclosure<T> b) => Compared(a, b, a.lo < b.hi, a.hi >= b.lo);

    /// <inheritdoc/>
    public static Truth operator >(Enclosure<T> a, Enclosure<T> b) => b < a;

    /// <inheritdoc/>
    public static Truth operator <=(Enclosure<T> a, Enclosure<T> b) => Compared(a, b, a.lo <= b.hi, a.hi > b.lo);

    /// <inheritdoc/>
    public static Truth operator >=(Enclosure<T> a, Enclosure<T> b) => b <= a;

    /// <inheritdoc/>
    public static Truth Equal(Enclosure<T> a, Enclosure<T> b) =>
        Compared(a, b, a.lo <= b.hi && b.lo <= a.hi, a.lo != a.hi || b.lo != b.hi || a.lo != b.lo);

    /// <inheritdoc/>
    public static Truth IsNaN(Enclosure<T> a) => Truth.Possible(a.MayBeNaN, !a.IsEmpty);

    /// <inheritdoc/>
    public static Enclosure<T> Min(Enclosure<T> a, Enclosure<T> b) => -Max(-a, -b);

    /// <inheritdoc/>
    public static Enclosure<T> Max(Enclosure<T> a, Enclosure<T> b) => a.IsEmpty || b.IsEmpty
        ? NaN
        : new(
            Wide.Max(a.lo, b.lo),
            Wide.Max(a.hi, b.hi),
            a.MayBeNaN || b.MayBeNaN,
            a.MayBeMinusZero || b.MayBeMinusZero);

    static Truth Compared(Enclosure<T> a, Enclosure<T> b, bool canBeTrue, bool canBeFalse) => a.IsEmpty || b.IsEmpty
        ? Truth.False
        : Truth.Possible(canBeTrue, canBeFalse || a.MayBeNaN || b.MayBeNaN);
}
