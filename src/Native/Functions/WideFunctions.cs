using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>Elementary functions of extended-range numbers, where arguments or results are outside the range of <c>double</c>.</summary>
/// <remarks>
/// Callers compare their lane type with <see cref="Wide{T}"/> themselves: so the JIT removes these calls for all other lanes before they
/// count against its inlining budget, all of which kernels need.
/// </remarks>
static class WideFunctions
{
    // ln 2 in double-double, so that multiples of it are accurate to full precision.
    const double Ln2 = 0.6931471805599453, Ln2Rest = 2.3190468138462996e-17;

    /// <summary>For |x| up to this, e^x is within the range of <c>double</c>.</summary>
    const double Inside = 700;

    /// <summary>Beyond this exponent even extended-range numbers overflow or underflow.</summary>
    public const double End = 1 << 30;

    /// <summary>Whether the lanes are extended-range numbers; if so, <paramref name="number"/> is <paramref name="x"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Are<D>(D x, out Number number) where D : struct, ILanes<D, double>
    {
        number = typeof(D) == typeof(Number) ? Unsafe.BitCast<D, Number>(x) : default;
        return typeof(D) == typeof(Number);
    }

    /// <summary>The argument rounded to <c>double</c>, for functions that saturate within its range.</summary>
    public static D Plain<D>(D x) where D : struct, ILanes<D, double> =>
        Are(x, out Number number) ? Lanes<D>(number.Rounded) : x;

    /// <summary>
    /// Whether eˣ may be outside the range (|x| &gt; <see cref="Inside"/>), and then its value; an x that underflows is not such a case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ExpIsFar<D>(D x, out D power) where D : struct, ILanes<D, double>
    {
        power = default;
        if (!Are(x, out Number number) || !(Math.Abs(number.Rounded) > Inside))
            return false;
        power = Unsafe.BitCast<Number, D>(Exp(number.Rounded));
        return true;
    }

    /// <summary>Whether x is outside the range.</summary>
    public static bool IsFar<D>(D x, out Number number) where D : struct, ILanes<D, double> => Are(x, out number) && !number.IsPlain;

    public static D Lanes<D>(Number number) where D : struct, ILanes<D, double> => Unsafe.BitCast<Number, D>(number);

    /// <summary>The logarithm of a number outside the range.</summary>
    public static Number Log(Number x)
    {
        if (Number.AnySet(x < 0))
            return double.NaN;
        var (unit, exponent) = x.Parts;
        var log = Logarithm<Scalar<double>>.Of(Scalar<double>.All(unit));
        double near = 0;
        log.Long(Scalar<double>.All(0)).Value.Store(ref near);
        return Math.FusedMultiplyAdd(exponent, Ln2, near + exponent * Ln2Rest);
    }

    /// <summary>x · 2ⁿ; overflows to ∞ and underflows to 0 at the same magnitudes as e^x.</summary>
    public static Number Scale(Number x, double n) =>
        Math.Abs(n * Ln2) < End ? x.Times2To((long)n) : x * (n > 0 ? double.PositiveInfinity : 0);

    static Number Exp(double x)
    {
        if (!(Math.Abs(x) < End))
            return Math.Exp(x);
        double n = Math.Round(x / Ln2);
        double rest = Math.FusedMultiplyAdd(n, -Ln2, x) - n * Ln2Rest, power = 0;
        Functions.Exp.Double(Scalar<double>.All(rest)).Store(ref power);
        return Number.Of(power, (long)n);
    }
}
