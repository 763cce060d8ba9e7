using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>Elementary functions of numbers with an exponent of their own, where arguments or results are beyond the range of <c>double</c>.</summary>
/// <remarks>
/// Callers compare the type of their lanes with <see cref="Wide{T}"/> themselves: so the compiler drops these calls from all other lanes before it counts
/// what it may inline, of which kernels need all.
/// </remarks>
static class WideFunctions
{
    // ln 2 in two parts, so that multiples of it have all their digits.
    const double Ln2 = 0.6931471805599453, Ln2Rest = 2.3190468138462996e-17;

    /// <summary>From here to its negative the exponential is within the range.</summary>
    const double Inside = 700;

    /// <summary>Beyond this even an exponent of its own says nothing any more.</summary>
    public const double End = 1 << 30;

    /// <summary>Whether kernels compute with such numbers; then <paramref name="x"/> is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Are<D>(D x, out Number number) where D : struct, ILanes<D, double>
    {
        number = typeof(D) == typeof(Number) ? Unsafe.BitCast<D, Number>(x) : default;
        return typeof(D) == typeof(Number);
    }

    /// <summary>An argument within the range, for functions that come to an end before.</summary>
    public static D Plain<D>(D x) where D : struct, ILanes<D, double> =>
        Are(x, out Number number) ? Lanes<D>(number.Rounded) : x;

    /// <summary>Whether eˣ is beyond the range; a number too near 0 for it has an exponential like any other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ExpIsFar<D>(D x, out D power) where D : struct, ILanes<D, double>
    {
        power = default;
        if (!Are(x, out Number number) || !(Math.Abs(number.Rounded) > Inside))
            return false;
        power = Unsafe.BitCast<Number, D>(Exp(number.Rounded));
        return true;
    }

    /// <summary>Whether x is beyond the range.</summary>
    public static bool IsFar<D>(D x, out Number number) where D : struct, ILanes<D, double> => Are(x, out number) && !number.IsPlain;

    public static D Lanes<D>(Number number) where D : struct, ILanes<D, double> => Unsafe.BitCast<Number, D>(number);

    /// <summary>The logarithm of a number beyond the range.</summary>
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

    /// <summary>x · 2ⁿ; as infinite or as near 0 as an exponential of the same size.</summary>
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
