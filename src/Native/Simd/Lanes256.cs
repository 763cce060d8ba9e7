using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native.Simd;

/// <summary>Lanes of a 256-bit vector.</summary>
readonly struct Lanes256<T>(Vector256<T> v) : ILanes<Lanes256<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Vector256<T> v = v;

    public static int Count => Vector256<T>.Count;
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> All(T value) => new(Vector256.Create(value));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));
    [MethodImpl(AggressiveInlining)] public void Store(ref T destination) => v.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) => new(a.v + b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) => new(a.v - b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) => new(a.v * b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator /(Lanes256<T> a, Lanes256<T> b) => new(a.v / b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator -(Lanes256<T> a) => new(-a.v);

    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator +(Lanes256<T> a, T b) => new(a.v + Vector256.Create(b));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator -(Lanes256<T> a, T b) => new(a.v - Vector256.Create(b));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator *(Lanes256<T> a, T b) => new(a.v * Vector256.Create(b));

    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator <(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThan(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator >(Lanes256<T> a, Lanes256<T> b) => new(Vector256.GreaterThan(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator <=(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThanOrEqual(a.v, b.v));
    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> operator >=(Lanes256<T> a, Lanes256<T> b) =>
        new(Vector256.GreaterThanOrEqual(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> Equal(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Equals(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> IsNaN(Lanes256<T> a) => new(~Vector256.Equals(a.v, a.v));

    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator &(Lanes256<T> a, Lanes256<T> b) => new(a.v & b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator |(Lanes256<T> a, Lanes256<T> b) => new(a.v | b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> operator ^(Lanes256<T> a, Lanes256<T> b) => new(a.v ^ b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> AndNot(Lanes256<T> a, Lanes256<T> b) => new(Vector256.AndNot(a.v, b.v));
    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> yes, Lanes256<T> no) =>
        new(Vector256.ConditionalSelect(mask.v, yes.v, no.v));
    [MethodImpl(AggressiveInlining)] public static bool AllSet(Lanes256<T> mask) => mask.v.AsByte() == Vector256<byte>.AllBitsSet;
    [MethodImpl(AggressiveInlining)] public static bool AllFinite(Lanes256<T> a) => Vector256.EqualsAll(a.v - a.v, Vector256<T>.Zero);
    [MethodImpl(AggressiveInlining)] public static bool AnySet(Lanes256<T> mask) => mask.v.AsByte() != Vector256<byte>.Zero;

    [MethodImpl(AggressiveInlining)] public static Lanes256<T> Abs(Lanes256<T> a) => new(Vector256.Abs(a.v));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> Min(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Min(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> Max(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Max(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> Sqrt(Lanes256<T> a) => new(Vector256.Sqrt(a.v));
    [MethodImpl(AggressiveInlining)] public static Lanes256<T> CopySign(Lanes256<T> a, Lanes256<T> sign) => new(Vector256.CopySign(a.v, sign.v));

    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> Clamp(Lanes256<T> a, T smallest, T most)
    {
        Vector256<T> low = Vector256.Create(smallest), high = Vector256.Create(most);
        var atLeast = Vector256.ConditionalSelect(Vector256.LessThan(a.v, low), low, a.v);
        return new(Vector256.ConditionalSelect(Vector256.GreaterThan(atLeast, high), high, atLeast));
    }

    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> a, Lanes256<T> b, Lanes256<T> c) => new(typeof(T) == typeof(float)
        ? Vector256.FusedMultiplyAdd(a.v.AsSingle(), b.v.AsSingle(), c.v.AsSingle()).As<float, T>()
        : Vector256.FusedMultiplyAdd(a.v.AsDouble(), b.v.AsDouble(), c.v.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> Polynomial(Lanes256<T> x, ReadOnlySpan<T> coefficients)
    {
        Lanes256<T> square = x * x, even = All(coefficients[^2]), odd = All(coefficients[^1]);
        for (int i = coefficients.Length - 4; i >= 0; i -= 2)
        {
            odd = MultiplyAdd(odd, square, All(coefficients[i + 1]));
            even = MultiplyAdd(even, square, All(coefficients[i]));
        }
        return MultiplyAdd(odd, x, even);
    }

    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> a) => new(typeof(T) == typeof(float)
        ? Vector256.Round(a.v.AsSingle()).As<float, T>()
        : Vector256.Round(a.v.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> AddBits(Lanes256<T> a, Lanes256<T> b) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() + b.v.AsUInt32()).As<uint, T>()
        : (a.v.AsUInt64() + b.v.AsUInt64()).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> ShiftUp(Lanes256<T> a, int count) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() << count).As<uint, T>()
        : (a.v.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> ShiftDown(Lanes256<T> a, int count) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() >>> count).As<uint, T>()
        : (a.v.AsUInt64() >>> count).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes256<T> Map<F>(Lanes256<T> a) where F : struct, IElementary
    {
        if (typeof(T) == typeof(float) && F.IsShort)
            return new(Single<F>(a.v.AsSingle()).As<float, T>());
        Vector256<T> value = a.v;
        Map<F>(ref value);
        return new(value);
    }

    // A call, because the JIT limits how much it inlines into one method and then inlines nothing more.
    [MethodImpl(NoInlining)]
    static void Map<F>(ref Vector256<T> value) where F : struct, IElementary => value = typeof(T) == typeof(float)
        ? Single<F>(value.AsSingle()).As<float, T>()
        : F.Double(new Lanes256<double>(value.AsDouble())).v.As<double, T>();

    [MethodImpl(AggressiveInlining)]
    static Vector256<float> Single<F>(Vector256<float> a) where F : struct, IElementary
    {
        var (lower, upper) = Vector256.Widen(a);
        return Vector256.Narrow(F.Single(new Lanes256<double>(lower)).v, F.Single(new Lanes256<double>(upper)).v);
    }

    public static void AddUp<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>
    {
        if (typeof(T) == typeof(float))
            AddWidened(ref terms, index, stride, times, ref sum, ref Unsafe.Add(ref sum, Vector256<double>.Count));
        else
            AddCompensated(ref terms, index, stride, times, ref sum, ref rest);
    }

    [MethodImpl(NoInlining)]
    static void AddWidened<K>(ref K terms, nint index, int stride, int times, ref double lowerSum, ref double upperSum) where K : struct, ITerm<T>
    {
        Vector256<double> lower = Vector256.LoadUnsafe(ref lowerSum), upper = Vector256.LoadUnsafe(ref upperSum);
        for (; times > 0; times--, index += stride)
        {
            var (low, high) = Vector256.Widen(terms.Term<Lanes256<T>>(index).v.AsSingle());
            lower += low;
            upper += high;
        }
        lower.StoreUnsafe(ref lowerSum);
        upper.StoreUnsafe(ref upperSum);
    }

    [MethodImpl(NoInlining)]
    static void AddCompensated<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>
    {
        Lanes256<double> high = Lanes256<double>.Load(ref sum), low = Lanes256<double>.Load(ref rest);
        for (; times > 0; times--, index += stride)
        {
            var added = Pair<Lanes256<double>>.Sum(high, new(terms.Term<Lanes256<T>>(index).v.AsDouble()));
            high = added.High;
            low += added.Low;
        }
        high.Store(ref sum);
        low.Store(ref rest);
    }
}
