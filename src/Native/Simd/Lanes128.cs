using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native.Simd;

/// <summary>Lanes of a 128-bit vector.</summary>
readonly struct Lanes128<T>(Vector128<T> v) : ILanes<Lanes128<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Vector128<T> v = v;

    public static int Count => Vector128<T>.Count;
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> All(T value) => new(Vector128.Create(value));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));
    [MethodImpl(AggressiveInlining)] public void Store(ref T destination) => v.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator +(Lanes128<T> a, Lanes128<T> b) => new(a.v + b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator -(Lanes128<T> a, Lanes128<T> b) => new(a.v - b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator *(Lanes128<T> a, Lanes128<T> b) => new(a.v * b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator /(Lanes128<T> a, Lanes128<T> b) => new(a.v / b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator -(Lanes128<T> a) => new(-a.v);

    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator +(Lanes128<T> a, T b) => new(a.v + Vector128.Create(b));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator -(Lanes128<T> a, T b) => new(a.v - Vector128.Create(b));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator *(Lanes128<T> a, T b) => new(a.v * Vector128.Create(b));

    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator <(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThan(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator >(Lanes128<T> a, Lanes128<T> b) => new(Vector128.GreaterThan(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator <=(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThanOrEqual(a.v, b.v));
    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> operator >=(Lanes128<T> a, Lanes128<T> b) =>
        new(Vector128.GreaterThanOrEqual(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> Equal(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Equals(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> IsNaN(Lanes128<T> a) => new(~Vector128.Equals(a.v, a.v));

    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator &(Lanes128<T> a, Lanes128<T> b) => new(a.v & b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator |(Lanes128<T> a, Lanes128<T> b) => new(a.v | b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> operator ^(Lanes128<T> a, Lanes128<T> b) => new(a.v ^ b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> AndNot(Lanes128<T> a, Lanes128<T> b) => new(Vector128.AndNot(a.v, b.v));
    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> yes, Lanes128<T> no) =>
        new(Vector128.ConditionalSelect(mask.v, yes.v, no.v));
    [MethodImpl(AggressiveInlining)] public static bool AllSet(Lanes128<T> mask) => mask.v.AsByte() == Vector128<byte>.AllBitsSet;
    [MethodImpl(AggressiveInlining)] public static bool AllFinite(Lanes128<T> a) => Vector128.EqualsAll(a.v - a.v, Vector128<T>.Zero);
    [MethodImpl(AggressiveInlining)] public static bool AnySet(Lanes128<T> mask) => mask.v.AsByte() != Vector128<byte>.Zero;

    [MethodImpl(AggressiveInlining)] public static Lanes128<T> Abs(Lanes128<T> a) => new(Vector128.Abs(a.v));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> Min(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Min(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> Max(Lanes128<T> a, Lanes128<T> b) => new(Vector128.Max(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> Sqrt(Lanes128<T> a) => new(Vector128.Sqrt(a.v));
    [MethodImpl(AggressiveInlining)] public static Lanes128<T> CopySign(Lanes128<T> a, Lanes128<T> sign) => new(Vector128.CopySign(a.v, sign.v));

    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> Clamp(Lanes128<T> a, T smallest, T most)
    {
        Vector128<T> low = Vector128.Create(smallest), high = Vector128.Create(most);
        var atLeast = Vector128.ConditionalSelect(Vector128.LessThan(a.v, low), low, a.v);
        return new(Vector128.ConditionalSelect(Vector128.GreaterThan(atLeast, high), high, atLeast));
    }

    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> a, Lanes128<T> b, Lanes128<T> c) => new(typeof(T) == typeof(float)
        ? Vector128.FusedMultiplyAdd(a.v.AsSingle(), b.v.AsSingle(), c.v.AsSingle()).As<float, T>()
        : Vector128.FusedMultiplyAdd(a.v.AsDouble(), b.v.AsDouble(), c.v.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> Polynomial(Lanes128<T> x, ReadOnlySpan<T> coefficients)
    {
        Lanes128<T> square = x * x, even = All(coefficients[^2]), odd = All(coefficients[^1]);
        for (int i = coefficients.Length - 4; i >= 0; i -= 2)
        {
            odd = MultiplyAdd(odd, square, All(coefficients[i + 1]));
            even = MultiplyAdd(even, square, All(coefficients[i]));
        }
        return MultiplyAdd(odd, x, even);
    }

    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> a) => new(typeof(T) == typeof(float)
        ? Vector128.Round(a.v.AsSingle()).As<float, T>()
        : Vector128.Round(a.v.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> AddBits(Lanes128<T> a, Lanes128<T> b) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() + b.v.AsUInt32()).As<uint, T>()
        : (a.v.AsUInt64() + b.v.AsUInt64()).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> ShiftUp(Lanes128<T> a, int count) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() << count).As<uint, T>()
        : (a.v.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> ShiftDown(Lanes128<T> a, int count) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() >>> count).As<uint, T>()
        : (a.v.AsUInt64() >>> count).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes128<T> Map<F>(Lanes128<T> a) where F : struct, IElementary
    {
        if (typeof(T) == typeof(float) && F.IsShort)
            return new(Single<F>(a.v.AsSingle()).As<float, T>());
        Vector128<T> value = a.v;
        Map<F>(ref value);
        return new(value);
    }

    // A call, because the JIT limits how much it inlines into one method and then inlines nothing more.
    [MethodImpl(NoInlining)]
    static void Map<F>(ref Vector128<T> value) where F : struct, IElementary => value = typeof(T) == typeof(float)
        ? Single<F>(value.AsSingle()).As<float, T>()
        : F.Double(new Lanes128<double>(value.AsDouble())).v.As<double, T>();

    [MethodImpl(AggressiveInlining)]
    static Vector128<float> Single<F>(Vector128<float> a) where F : struct, IElementary
    {
        var (lower, upper) = Vector128.Widen(a);
        return Vector128.Narrow(F.Single(new Lanes128<double>(lower)).v, F.Single(new Lanes128<double>(upper)).v);
    }

    public static void AddUp<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>
    {
        if (typeof(T) == typeof(float))
            AddWidened(ref terms, index, stride, times, ref sum, ref Unsafe.Add(ref sum, Vector128<double>.Count));
        else
            AddCompensated(ref terms, index, stride, times, ref sum, ref rest);
    }

    [MethodImpl(NoInlining)]
    static void AddWidened<K>(ref K terms, nint index, int stride, int times, ref double lowerSum, ref double upperSum) where K : struct, ITerm<T>
    {
        Vector128<double> lower = Vector128.LoadUnsafe(ref lowerSum), upper = Vector128.LoadUnsafe(ref upperSum);
        for (; times > 0; times--, index += stride)
        {
            var (low, high) = Vector128.Widen(terms.Term<Lanes128<T>>(index).v.AsSingle());
            lower += low;
            upper += high;
        }
        lower.StoreUnsafe(ref lowerSum);
        upper.StoreUnsafe(ref upperSum);
    }

    [MethodImpl(NoInlining)]
    static void AddCompensated<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>
    {
        Lanes128<double> high = Lanes128<double>.Load(ref sum), low = Lanes128<double>.Load(ref rest);
        for (; times > 0; times--, index += stride)
        {
            var added = Pair<Lanes128<double>>.Sum(high, new(terms.Term<Lanes128<T>>(index).v.AsDouble()));
            high = added.High;
            low += added.Low;
        }
        high.Store(ref sum);
        low.Store(ref rest);
    }
}
