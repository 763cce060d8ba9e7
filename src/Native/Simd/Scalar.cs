using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native.Simd;

/// <summary>A single lane: for the tail after the last whole vector, and as the reference for the vectors.</summary>
readonly struct Scalar<T>(T v) : ILanes<Scalar<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T v = v;

    public static int Count => 1;
    [MethodImpl(AggressiveInlining)] public static Scalar<T> All(T value) => new(value);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> Load(ref readonly T source) => new(source);
    [MethodImpl(AggressiveInlining)] public void Store(ref T destination) => destination = v;

    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator +(Scalar<T> a, Scalar<T> b) => new(a.v + b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator -(Scalar<T> a, Scalar<T> b) => new(a.v - b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator *(Scalar<T> a, Scalar<T> b) => new(a.v * b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator /(Scalar<T> a, Scalar<T> b) => new(a.v / b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator -(Scalar<T> a) => new(-a.v);

    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator +(Scalar<T> a, T b) => new(a.v + b);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator -(Scalar<T> a, T b) => new(a.v - b);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator *(Scalar<T> a, T b) => new(a.v * b);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator /(T a, Scalar<T> b) => new(a / b.v);

    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator <(Scalar<T> a, Scalar<T> b) => Mask(a.v < b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator >(Scalar<T> a, Scalar<T> b) => Mask(a.v > b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator <=(Scalar<T> a, Scalar<T> b) => Mask(a.v <= b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator >=(Scalar<T> a, Scalar<T> b) => Mask(a.v >= b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> Equal(Scalar<T> a, Scalar<T> b) => Mask(a.v == b.v);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> IsNaN(Scalar<T> a) => Mask(T.IsNaN(a.v));

    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator &(Scalar<T> a, Scalar<T> b) => Of(a.Bits & b.Bits);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator |(Scalar<T> a, Scalar<T> b) => Of(a.Bits | b.Bits);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> operator ^(Scalar<T> a, Scalar<T> b) => Of(a.Bits ^ b.Bits);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> AndNot(Scalar<T> a, Scalar<T> b) => Of(a.Bits & ~b.Bits);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> Select(Scalar<T> mask, Scalar<T> yes, Scalar<T> no) => mask.Bits != 0 ? yes : no;
    [MethodImpl(AggressiveInlining)] public static bool AllFinite(Scalar<T> a) => T.IsFinite(a.v);
    [MethodImpl(AggressiveInlining)] public static bool AnySet(Scalar<T> mask) => mask.Bits != 0;

    [MethodImpl(AggressiveInlining)] public static Scalar<T> Abs(Scalar<T> a) => new(T.Abs(a.v));
    [MethodImpl(AggressiveInlining)] public static Scalar<T> Min(Scalar<T> a, Scalar<T> b) => new(T.Min(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Scalar<T> Max(Scalar<T> a, Scalar<T> b) => new(T.Max(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Scalar<T> Sqrt(Scalar<T> a) => new(T.Sqrt(a.v));
    [MethodImpl(AggressiveInlining)] public static Scalar<T> CopySign(Scalar<T> a, Scalar<T> sign) => new(T.CopySign(a.v, sign.v));

    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Clamp(Scalar<T> a, T smallest, T most) => new(a.v < smallest ? smallest : a.v > most ? most : a.v);

    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> MultiplyAdd(Scalar<T> a, Scalar<T> b, Scalar<T> c) => new(T.FusedMultiplyAdd(a.v, b.v, c.v));
    [MethodImpl(AggressiveInlining)] public static Scalar<T> MultiplyAdd(Scalar<T> a, T b, Scalar<T> c) => new(T.FusedMultiplyAdd(a.v, b, c.v));
    [MethodImpl(AggressiveInlining)] public static Scalar<T> MultiplyAdd(Scalar<T> a, Scalar<T> b, T c) => new(T.FusedMultiplyAdd(a.v, b.v, c));
    [MethodImpl(AggressiveInlining)] public static Scalar<T> MultiplyAdd(Scalar<T> a, T b, T c) => new(T.FusedMultiplyAdd(a.v, b, c));

    [MethodImpl(AggressiveInlining)]
    public static Scalar<T> Polynomial(Scalar<T> x, ReadOnlySpan<T> coefficients)
    {
        T square = x.v * x.v, even = coefficients[^2], odd = coefficients[^1];
        for (int i = coefficients.Length - 4; i >= 0; i -= 2)
        {
            odd = T.FusedMultiplyAdd(odd, square, coefficients[i + 1]);
            even = T.FusedMultiplyAdd(even, square, coefficients[i]);
        }
        return new(T.FusedMultiplyAdd(odd, x.v, even));
    }

    [MethodImpl(AggressiveInlining)] public static Scalar<T> AddBits(Scalar<T> a, Scalar<T> b) => Of(a.Bits + b.Bits);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> ShiftUp(Scalar<T> a, int count) => Of(a.Bits << count);
    [MethodImpl(AggressiveInlining)] public static Scalar<T> ShiftDown(Scalar<T> a, int count) => Of(a.Bits >>> count);

    [MethodImpl(NoInlining)]
    public static Scalar<T> Map<F>(Scalar<T> a) where F : struct, IElementary => new(typeof(T) == typeof(float)
        ? (T)(object)(float)F.Single(new Scalar<double>((double)(float)(object)a.v)).v
        : (T)(object)F.Double(new Scalar<double>((double)(object)a.v)).v);

    public static void AddUp<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>
    {
        double high = sum, low = rest;
        for (; times > 0; times--, index += stride)
        {
            var added = Pair<Scalar<double>>.Sum(new(high), new(double.CreateTruncating(terms.Term<Scalar<T>>(index).v)));
            high = added.High.v;
            if (typeof(T) == typeof(double))
                low += added.Low.v;
        }
        sum = high;
        rest = low;
    }

    ulong Bits
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? Unsafe.BitCast<T, uint>(v) : Unsafe.BitCast<T, ulong>(v);
    }

    [MethodImpl(AggressiveInlining)]
    static Scalar<T> Of(ulong bits) => new(typeof(T) == typeof(float)
        ? Unsafe.BitCast<uint, T>((uint)bits)
        : Unsafe.BitCast<ulong, T>(bits));

    [MethodImpl(AggressiveInlining)]
    static Scalar<T> Mask(bool value) => Of(value ? ulong.MaxValue : 0);
}
