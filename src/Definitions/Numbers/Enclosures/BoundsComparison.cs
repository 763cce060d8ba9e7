namespace ParityNet.Definitions.Numbers;

readonly partial record struct Bounds<T>
{
    public static Truth operator <(Bounds<T> a, Bounds<T> b) => Compared(a, b, a.lo < b.hi, a.hi >= b.lo);

    public static Truth operator >(Bounds<T> a, Bounds<T> b) => b < a;

    public static Truth operator <=(Bounds<T> a, Bounds<T> b) => Compared(a, b, a.lo <= b.hi, a.hi > b.lo);

    public static Truth operator >=(Bounds<T> a, Bounds<T> b) => b <= a;

    public static Truth Equal(Bounds<T> a, Bounds<T> b) =>
        Compared(a, b, a.lo <= b.hi && b.lo <= a.hi, a.lo != a.hi || b.lo != b.hi || a.lo != b.lo);

    public static Truth IsNaN(Bounds<T> a) => Truth.Possible(a.MayBeNaN, !a.IsEmpty);

    public static Bounds<T> Min(Bounds<T> a, Bounds<T> b) => -Max(-a, -b);

    public static Bounds<T> Max(Bounds<T> a, Bounds<T> b) => a.IsEmpty || b.IsEmpty
        ? NaN
        : new(
            Wide.Max(a.lo, b.lo),
            Wide.Max(a.hi, b.hi),
            a.MayBeNaN || b.MayBeNaN,
            a.MayBeMinusZero || b.MayBeMinusZero);

    static Truth Compared(Bounds<T> a, Bounds<T> b, bool canBeTrue, bool canBeFalse) => a.IsEmpty || b.IsEmpty
        ? Truth.False
        : Truth.Possible(canBeTrue, canBeFalse || a.MayBeNaN || b.MayBeNaN);
}
