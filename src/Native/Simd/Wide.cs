using System.Numerics;
using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>
/// An extended-range number: a single lane with a separate exponent, so that intermediate results neither overflow nor underflow.
/// </summary>
/// <remarks>
/// Every operation rounds to the precision of <typeparamref name="T"/>; where no result is infinite or 0, the bits are those of
/// <see cref="Scalar{T}"/>. A number outside the range is <c>unit·2^exponent</c> with <c>1 ≤ |unit| &lt; 2</c>; <see cref="Beyond"/> stores
/// it in a buffer.
/// </remarks>
readonly partial struct Wide<T> : ILanes<Wide<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// Beyond this difference of exponents the smaller of two terms can only decide the rounding of the sum (a sticky bit).
    /// </summary>
    const int Far = 120;

    // With exponent 0 this is the value itself, whatever it is: subnormal, infinite, NaN, a mask.
    readonly T unit;
    readonly long exponent;

    Wide(T unit, long exponent = 0) => (this.unit, this.exponent) = (unit, exponent);

    /// <summary>A value within the range of <typeparamref name="T"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Wide<T> Plain(T value) => new(value);

    static int Largest => typeof(T) == typeof(float) ? 127 : 1023;

    public static int Count => 1;

    public static Wide<T> All(T value) => Beyond.Read(value);

    public static Wide<T> Load(ref readonly T source) => Beyond.Read(source);

    public void Store(ref T destination) => destination = exponent == 0 ? unit : Beyond.Keep(unit, exponent);

    /// <summary>The number that an element of a buffer stands for; a boxed one is outside the range.</summary>
    public static implicit operator Wide<T>(T value) => Beyond.Read(value);

    /// <summary>The number as stored in a buffer, boxed if it is outside the range.</summary>
    public static implicit operator T(Wide<T> value) => value.exponent == 0 ? value.unit : Beyond.Keep(value.unit, value.exponent);

    /// <summary>The nearest value of <typeparamref name="T"/>.</summary>
    public T Rounded => exponent == 0 ? unit : T.ScaleB(unit, (int)Math.Clamp(exponent, -8 * Largest, 8 * Largest));

    /// <summary>Whether the number is within the range of <typeparamref name="T"/>, infinite or NaN.</summary>
    public bool IsPlain => exponent == 0;

    public bool IsZero => T.IsZero(unit);

    public bool IsFinite => T.IsFinite(unit);

    /// <summary>The same number with a <c>double</c> unit.</summary>
    public Wide<double> Widened =>
        exponent == 0 ? new Wide<double>(double.CreateTruncating(unit)) : Wide<double>.Of(double.CreateTruncating(unit), exponent);

    /// <summary>The number rounded to the precision of another type.</summary>
    public Wide<U> To<U>() where U : unmanaged, IFloatingPointIeee754<U>
    {
        if (typeof(U) == typeof(T))
            return Unsafe.BitCast<Wide<T>, Wide<U>>(this);
        if (IsSpecial)
            return new(U.CreateTruncating(unit));
        var (whole, power) = Parts;
        return Wide<U>.Of(U.CreateTruncating(whole), power);
    }

    /// <summary><c>unit·2^exponent</c> for a finite nonzero unit.</summary>
    internal static Wide<T> Of(T unit, long exponent)
    {
        int own = T.ILogB(unit);
        long power = exponent + own;
        return power >= 1 - Largest && power <= Largest ? new(T.ScaleB(T.ScaleB(unit, -own), (int)power)) : new(T.ScaleB(unit, -own), power);
    }

    /// <summary>The number times a power of 2.</summary>
    internal Wide<T> Times2To(long power)
    {
        if (IsSpecial)
            return this;
        var (whole, own) = Parts;
        return Of(whole, own + power);
    }

    /// <summary>The number rounded once to <c>float</c>, as stored in a buffer.</summary>
    public float Narrowed =>
        exponent == 0 && float.CreateTruncating(unit) is var single && (float.IsFinite(single) && single != 0 || IsSpecial) ? single : To<float>();

    bool IsSpecial => exponent == 0 && (T.IsZero(unit) || !T.IsFinite(unit));

    internal (T Unit, long Exponent) Parts
    {
        get
        {
            if (exponent != 0)
                return (unit, exponent);
            int own = T.ILogB(unit);
            return (T.ScaleB(unit, -own), own);
        }
    }

    // A result that overflowed or underflowed to 0 must be recomputed; one whose operands are zero, infinite or NaN must not.
    static bool Holds(T result, Wide<T> a, Wide<T> b) => T.IsFinite(result) && !T.IsZero(result) || a.IsSpecial || b.IsSpecial;

    public static Wide<T> operator +(Wide<T> a, Wide<T> b)
    {
        if ((a.exponent | b.exponent) == 0)
        {
            T sum = a.unit + b.unit;
            if (T.IsFinite(sum) || a.IsSpecial || b.IsSpecial)
                return new(sum);
        }
        if (a.IsSpecial || b.IsSpecial)
            return a.IsSpecial && (!T.IsZero(a.unit) || b.IsSpecial) ? a : b.IsSpecial && !T.IsZero(b.unit) ? b : a.IsSpecial ? b : a;
        var (large, power) = a.Parts;
        var (small, less) = b.Parts;
        if (less > power)
            (large, power, small, less) = (small, less, large, power);
        T total = large + T.ScaleB(small, (int)Math.Max(less - power, -Far));
        return T.IsZero(total) ? new(total) : Of(total, power);
    }

    public static Wide<T> operator -(Wide<T> a, Wide<T> b) => a + -b;

    public static Wide<T> operator -(Wide<T> a) => new(-a.unit, a.exponent);

    public static Wide<T> operator *(Wide<T> a, Wide<T> b)
    {
        if ((a.exponent | b.exponent) == 0 && a.unit * b.unit is var product && Holds(product, a, b))
            return new(product);
        if (a.IsSpecial || b.IsSpecial)
            return new(a.unit * b.unit);
        var (left, power) = a.Parts;
        var (right, other) = b.Parts;
        return Of(left * right, power + other);
    }

    public static Wide<T> operator /(Wide<T> a, Wide<T> b)
    {
        if ((a.exponent | b.exponent) == 0 && a.unit / b.unit is var quotient && Holds(quotient, a, b))
            return new(quotient);
        if (a.IsSpecial || b.IsSpecial)
            return new(a.unit / b.unit);
        var (above, power) = a.Parts;
        var (below, other) = b.Parts;
        return Of(above / below, power - other);
    }

    public static Wide<T> operator +(Wide<T> a, T b) => a + All(b);

    public static Wide<T> operator -(Wide<T> a, T b) => a - All(b);

    public static Wide<T> operator *(Wide<T> a, T b) => a * All(b);

    public static Wide<T> operator /(T a, Wide<T> b) => All(a) / b;

    public static Wide<T> MultiplyAdd(Wide<T> a, T b, Wide<T> c) => MultiplyAdd(a, All(b), c);

    public static Wide<T> MultiplyAdd(Wide<T> a, Wide<T> b, T c) => MultiplyAdd(a, b, All(c));

    public static Wide<T> MultiplyAdd(Wide<T> a, T b, T c) => MultiplyAdd(a, All(b), All(c));

    public static Wide<T> MultiplyAdd(Wide<T> a, Wide<T> b, Wide<T> c)
    {
        if ((a.exponent | b.exponent | c.exponent) == 0 && T.FusedMultiplyAdd(a.unit, b.unit, c.unit) is var sum && Holds(sum, a, b))
            return new(sum);
        if (a.IsSpecial || b.IsSpecial || c.IsSpecial)
            return a * b + c;
        var (left, power) = a.Parts;
        var (right, other) = b.Parts;
        var (added, own) = c.Parts;
        power += other;
        bool small = own - power > Far;
        T total = small
            ? T.FusedMultiplyAdd(T.ScaleB(left, -Far), right, added)
            : T.FusedMultiplyAdd(left, right, T.ScaleB(added, (int)Math.Max(own - power, -Far)));
        return T.IsZero(total) ? new(total) : Of(total, small ? own : power);
    }

    public static Wide<T> Sqrt(Wide<T> a) => a.exponent == 0 || T.IsNegative(a.unit)
        ? new(T.Sqrt(a.unit))
        : Of(T.Sqrt((a.exponent & 1) == 0 ? a.unit : a.unit + a.unit), a.exponent >> 1);

    public static Wide<T> Polynomial(Wide<T> x, ReadOnlySpan<T> coefficients)
    {
        Wide<T> square = x * x, even = All(coefficients[^2]), odd = All(coefficients[^1]);
        for (int i = coefficients.Length - 4; i >= 0; i -= 2)
        {
            odd = MultiplyAdd(odd, square, All(coefficients[i + 1]));
            even = MultiplyAdd(even, square, All(coefficients[i]));
        }
        return MultiplyAdd(odd, x, even);
    }
}
