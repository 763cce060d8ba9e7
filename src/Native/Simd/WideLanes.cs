using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <remarks>Comparisons, masks and bit operations; the bits of a number outside the range are those of its unit.</remarks>
readonly partial struct Wide<T>
{
    static ulong Ones => typeof(T) == typeof(float) ? uint.MaxValue : ulong.MaxValue;

    ulong Bits => typeof(T) == typeof(float) ? Unsafe.BitCast<T, uint>(unit) : Unsafe.BitCast<T, ulong>(unit);

    bool IsMask => exponent == 0 && (Bits == 0 || Bits == Ones);

    bool IsSet => exponent != 0 || Bits != 0;

    public static Wide<T> operator <(Wide<T> a, Wide<T> b) => Mask(a.exponent == 0 && b.exponent == 0 ? a.unit < b.unit : (a - b).unit < T.Zero);

    public static Wide<T> operator >(Wide<T> a, Wide<T> b) => b < a;

    public static Wide<T> operator <=(Wide<T> a, Wide<T> b) => Mask(a.exponent == 0 && b.exponent == 0 ? a.unit <= b.unit : (a - b).unit <= T.Zero);

    public static Wide<T> operator >=(Wide<T> a, Wide<T> b) => b <= a;

    public static Wide<T> Equal(Wide<T> a, Wide<T> b) => Mask(a.exponent == b.exponent && a.unit == b.unit);

    public static Wide<T> IsNaN(Wide<T> a) => Mask(T.IsNaN(a.unit));

    /// <summary>Lets a mask be used as a condition in C#.</summary>
    public static bool operator true(Wide<T> mask) => mask.IsSet;

    public static bool operator false(Wide<T> mask) => !mask.IsSet;

    public static Wide<T> operator !(Wide<T> mask) => Mask(!mask.IsSet);

    public static Wide<T> operator &(Wide<T> a, Wide<T> b) => a.IsMask ? a.IsSet ? b : a : b.IsMask ? b.IsSet ? a : b : Of(a.Bits & b.Bits, a, b);

    public static Wide<T> operator |(Wide<T> a, Wide<T> b) => a.IsMask ? a.IsSet ? a : b : b.IsMask ? b.IsSet ? b : a : Of(a.Bits | b.Bits, a, b);

    public static Wide<T> operator ^(Wide<T> a, Wide<T> b) => Of(a.Bits ^ b.Bits, a, b);

    public static Wide<T> AndNot(Wide<T> a, Wide<T> b) => b.IsMask ? b.IsSet ? new(T.Zero) : a : Of(a.Bits & ~b.Bits, a, b);

    public static Wide<T> Select(Wide<T> mask, Wide<T> yes, Wide<T> no) => mask.IsSet ? yes : no;

    public static bool AllFinite(Wide<T> a) => a.IsFinite;

    public static bool AnySet(Wide<T> mask) => mask.IsSet;

    public static Wide<T> Abs(Wide<T> a) => new(T.Abs(a.unit), a.exponent);

    public static Wide<T> Min(Wide<T> a, Wide<T> b) =>
        a.exponent == 0 && b.exponent == 0 ? new(T.Min(a.unit, b.unit)) : T.IsNaN(a.unit) || (a <= b).IsSet ? a : b;

    public static Wide<T> Max(Wide<T> a, Wide<T> b) =>
        a.exponent == 0 && b.exponent == 0 ? new(T.Max(a.unit, b.unit)) : T.IsNaN(a.unit) || (a >= b).IsSet ? a : b;

    public static Wide<T> Clamp(Wide<T> a, T smallest, T most) => (a < All(smallest)).IsSet ? All(smallest) : (a > All(most)).IsSet ? All(most) : a;

    public static Wide<T> CopySign(Wide<T> a, Wide<T> sign) => new(T.CopySign(a.unit, sign.unit), a.exponent);

    public static Wide<T> AddBits(Wide<T> a, Wide<T> b) => Of(a.Bits + b.Bits, a, b);

    public static Wide<T> ShiftUp(Wide<T> a, int count) => Of(a.Bits << count, a, a);

    public static Wide<T> ShiftDown(Wide<T> a, int count) => Of(a.Bits >>> count, a, a);

    public static Wide<T> Map<F>(Wide<T> a) where F : struct, IElementary =>
        (typeof(T) == typeof(float) ? F.Single(a.Widened) : F.Double(a.Widened)).To<T>();

    public static void AddUp<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>
    {
        Wide<double> high = sum, low = rest;
        for (; times > 0; times--, index += stride)
        {
            var added = Pair<Wide<double>>.Sum(high, terms.Term<Wide<T>>(index).Widened);
            high = added.High;
            low += added.Low;
        }
        sum = high;
        rest = low;
    }

    static Wide<T> Mask(bool value) => new(typeof(T) == typeof(float)
        ? Unsafe.BitCast<uint, T>(value ? uint.MaxValue : 0)
        : Unsafe.BitCast<ulong, T>(value ? ulong.MaxValue : 0));

    static Wide<T> Of(ulong bits, Wide<T> a, Wide<T> b)
    {
        T unit = typeof(T) == typeof(float) ? Unsafe.BitCast<uint, T>((uint)bits) : Unsafe.BitCast<ulong, T>(bits);
        return new(unit, T.IsZero(unit) ? 0 : a.exponent != 0 ? a.exponent : b.exponent);
    }
}
