using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native.Simd;

/// <summary>Lanes of a 512-bit vector.</summary>
readonly struct Lanes512<T>(Vector512<T> v) : ILanes<Lanes512<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Vector512<T> v = v;

    public static int Count => Vector512<T>.Count;
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> All(T value) => new(Vector512.Create(value));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));
    [MethodImpl(AggressiveInlining)] public void Store(ref T destination) => v.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator +(Lanes512<T> a, Lanes512<T> b) => new(a.v + b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator -(Lanes512<T> a, Lanes512<T> b) => new(a.v - b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator *(Lanes512<T> a, Lanes512<T> b) => new(a.v * b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator /(Lanes512<T> a, Lanes512<T> b) => new(a.v / b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator -(Lanes512<T> a) => new(-a.v);

    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator +(Lanes512<T> a, T b) => new(a.v + Vector512.Create(b));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator -(Lanes512<T> a, T b) => new(a.v - Vector512.Create(b));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator *(Lanes512<T> a, T b) => new(a.v * Vector512.Create(b));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator /(T a, Lanes512<T> b) => new(Vector512.Create(a) / b.v);

    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator <(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThan(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator >(Lanes512<T> a, Lanes512<T> b) => new(Vector512.GreaterThan(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator <=(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThanOrEqual(a.v, b.v));
    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> operator >=(Lanes512<T> a, Lanes512<T> b) =>
        new(Vector512.GreaterThanOrEqual(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> Equal(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Equals(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> IsNaN(Lanes512<T> a) => new(~Vector512.Equals(a.v, a.v));

    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator &(Lanes512<T> a, Lanes512<T> b) => new(a.v & b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator |(Lanes512<T> a, Lanes512<T> b) => new(a.v | b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> operator ^(Lanes512<T> a, Lanes512<T> b) => new(a.v ^ b.v);
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> AndNot(Lanes512<T> a, Lanes512<T> b) => new(Vector512.AndNot(a.v, b.v));
    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> yes, Lanes512<T> no) =>
        new(Vector512.ConditionalSelect(mask.v, yes.v, no.v));
    [MethodImpl(AggressiveInlining)] public static bool AllFinite(Lanes512<T> a) => Vector512.EqualsAll(a.v - a.v, Vector512<T>.Zero);
    [MethodImpl(AggressiveInlining)] public static bool AnySet(Lanes512<T> mask) => mask.v.AsByte() != Vector512<byte>.Zero;

    [MethodImpl(AggressiveInlining)] public static Lanes512<T> Abs(Lanes512<T> a) => new(Vector512.Abs(a.v));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> Min(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Min(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> Max(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Max(a.v, b.v));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> Sqrt(Lanes512<T> a) => new(Vector512.Sqrt(a.v));
    [MethodImpl(AggressiveInlining)] public static Lanes512<T> CopySign(Lanes512<T> a, Lanes512<T> sign) => new(Vector512.CopySign(a.v, sign.v));

    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> Clamp(Lanes512<T> a, T smallest, T most)
    {
        // On x86 these are single instructions, whose second operand is the result where a number is NaN or both are zeros.
        if (X86Base.IsSupported)
            return new(Vector512.MinNative(Vector512.Create(most), Vector512.MaxNative(Vector512.Create(smallest), a.v)));
        Vector512<T> low = Vector512.Create(smallest), high = Vector512.Create(most);
        var atLeast = Vector512.ConditionalSelect(Vector512.LessThan(a.v, low), low, a.v);
        return new(Vector512.ConditionalSelect(Vector512.GreaterThan(atLeast, high), high, atLeast));
    }

    [MethodImpl(AggressiveInlining)] public static Lanes512<T> MultiplyAdd(Lanes512<T> a, Lanes512<T> b, Lanes512<T> c) => new(Fused(a.v, b.v, c.v));
    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> a, T b, Lanes512<T> c) =>
        new(Fused(a.v, Vector512.Create(b), c.v));
    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> a, Lanes512<T> b, T c) =>
        new(Fused(a.v, b.v, Vector512.Create(c)));
    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> a, T b, T c) =>
        new(Fused(a.v, Vector512.Create(b), Vector512.Create(c)));

    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> Polynomial(Lanes512<T> x, ReadOnlySpan<T> coefficients)
    {
        Vector512<T> square = x.v * x.v;
        if (coefficients.Length == 2)
            return new(Fused(Vector512.Create(coefficients[1]), x.v, Vector512.Create(coefficients[0])));
        int i = coefficients.Length - 4;
        Vector512<T> odd = Fused(Vector512.Create(coefficients[^1]), square, Vector512.Create(coefficients[i + 1]));
        Vector512<T> even = Fused(Vector512.Create(coefficients[^2]), square, Vector512.Create(coefficients[i]));
        for (i -= 2; i >= 0; i -= 2)
        {
            odd = Fused(odd, square, Vector512.Create(coefficients[i + 1]));
            even = Fused(even, square, Vector512.Create(coefficients[i]));
        }
        return new(Fused(odd, x.v, even));
    }

    [MethodImpl(AggressiveInlining)]
    static Vector512<T> Fused(Vector512<T> a, Vector512<T> b, Vector512<T> c) => typeof(T) == typeof(float)
        ? Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> AddBits(Lanes512<T> a, Lanes512<T> b) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() + b.v.AsUInt32()).As<uint, T>()
        : (a.v.AsUInt64() + b.v.AsUInt64()).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> ShiftUp(Lanes512<T> a, int count) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() << count).As<uint, T>()
        : (a.v.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> ShiftDown(Lanes512<T> a, int count) => new(typeof(T) == typeof(float)
        ? (a.v.AsUInt32() >>> count).As<uint, T>()
        : (a.v.AsUInt64() >>> count).As<ulong, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lanes512<T> Map<F>(Lanes512<T> a) where F : struct, IElementary
    {
        if (typeof(T) == typeof(float) && F.IsShort)
            return new(Single<F>(a.v.AsSingle()).As<float, T>());
        Vector512<T> value = a.v;
        Map<F>(ref value);
        return new(value);
    }

    // A call, because the JIT limits how much it inlines into one method and then inlines nothing more.
    [MethodImpl(NoInlining)]
    static void Map<F>(ref Vector512<T> value) where F : struct, IElementary => value = typeof(T) == typeof(float)
        ? Single<F>(value.AsSingle()).As<float, T>()
        : F.Double(new Lanes512<double>(value.AsDouble())).v.As<double, T>();

    [MethodImpl(AggressiveInlining)]
    static Vector512<float> Single<F>(Vector512<float> a) where F : struct, IElementary
    {
        var (lower, upper) = Vector512.Widen(a);
        return Vector512.Narrow(F.Single(new Lanes512<double>(lower)).v, F.Single(new Lanes512<double>(upper)).v);
    }

    public static void AddUp<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>
    {
        if (typeof(T) == typeof(float))
            AddWidened(ref terms, index, stride, times, ref sum, ref Unsafe.Add(ref sum, Vector512<double>.Count));
        else
            AddCompensated(ref terms, index, stride, times, ref sum, ref rest);
    }

    [MethodImpl(NoInlining)]
    static void AddWidened<K>(ref K terms, nint index, int stride, int times, ref double lowerSum, ref double upperSum) where K : struct, ITerm<T>
    {
        Vector512<double> lower = Vector512.LoadUnsafe(ref lowerSum), upper = Vector512.LoadUnsafe(ref upperSum);
        for (; times > 0; times--, index += stride)
        {
            var (low, high) = Vector512.Widen(terms.Term<Lanes512<T>>(index).v.AsSingle());
            lower += low;
            upper += high;
        }
        lower.StoreUnsafe(ref lowerSum);
        upper.StoreUnsafe(ref upperSum);
    }

    [MethodImpl(NoInlining)]
    static void AddCompensated<K>(ref K terms, nint index, int stride, int times, ref double sum, ref double rest) where K : struct, ITerm<T>
    {
        Lanes512<double> high = Lanes512<double>.Load(ref sum), low = Lanes512<double>.Load(ref rest);
        for (; times > 0; times--, index += stride)
        {
            var added = Pair<Lanes512<double>>.Sum(high, new(terms.Term<Lanes512<T>>(index).v.AsDouble()));
            high = added.High;
            low += added.Low;
        }
        high.Store(ref sum);
        low.Store(ref rest);
    }
}
