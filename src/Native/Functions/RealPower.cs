using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>Powers with a fixed exponent; NaN for negative numbers unless the exponent is an integer.</summary>
/// <remarks>
/// The exponents 0, 1, 2 and ±½ have direct formulas. Else it is <c>e^(a·ln x)</c>, for <c>double</c> with the product in double-double,
/// so that large exponents lose no digits.
/// </remarks>
readonly struct RealPower<T>(double exponent) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double exponent = exponent;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x) where V : struct, ILanes<V, double> => exponent switch
    {
        0 => V.All(1),
        1 => x,
        2 => x * x,
        0.5 => V.Sqrt(x),
        -0.5 => V.All(1) / V.Sqrt(x),
        _ => General(x),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    V General<V>(V number) where V : struct, ILanes<V, double>
    {
        if (typeof(V) == typeof(Number) && WideFunctions.Are(number, out Number wide))
            return WideFunctions.Lanes<V>(Wide(wide));
        bool whole = exponent == Math.Floor(exponent), odd = exponent % 2 is 1 or -1;
        V x = whole ? V.Abs(number) : number, zero = V.All(0), infinity = V.All(double.PositiveInfinity);
        V power = typeof(T) == typeof(float) ? Elementary<T>.Exp(Elementary<T>.Of<Log, V>(x) * exponent) : Long(x);
        power = V.Select(V.Equal(x, exponent > 0 ? zero : infinity), zero, V.Select(V.Equal(x, exponent > 0 ? infinity : zero), infinity, power));
        return whole && !odd ? power : V.Select(number < zero, odd ? -power : V.All(double.NaN), power);
    }

    // The same for extended-range numbers and powers.
    Number Wide(Number number)
    {
        double plain = number.Rounded;
        if (number.IsPlain && Scalar(plain) is var power && (double.IsNormal(power) || !double.IsFinite(plain) || plain == 0))
            return power;
        Number size = new RealPower<double>(exponent).Far(Number.Abs(number));
        return Number.AnySet(number >= 0) || exponent % 2 is 0 ? size : exponent % 2 is 1 or -1 ? -size : double.NaN;
    }

    double Scalar(double x)
    {
        double power = 0;
        General(Scalar<double>.All(x)).Store(ref power);
        return power;
    }

    // x = u·2ⁿ, so log₂ xᵃ = a·n + a·log₂ u: the rounded sum becomes the exponent, 2 to the remainder the unit.
    Number Far(Number x)
    {
        var (unit, n) = x.Parts;
        double log = Math.Log2(unit) * exponent, moved = n * exponent, lost = Math.FusedMultiplyAdd(n, exponent, -moved),
            whole = Math.Round(moved + log);
        if (!(Math.Abs(whole) < WideFunctions.End))
            return Math.Pow(2, whole);
        return Number.Of(Math.Pow(2, moved - whole + lost + log), (long)whole);
    }

    V Long<V>(V x) where V : struct, ILanes<V, double>
    {
        const double Tiny = 2.2250738585072014e-308, Up = 18014398509481984;
        V subnormal = x < V.All(Tiny);
        var parts = Logarithm<V>.Of(V.Select(subnormal, x * Up, x));
        var log = new Logarithm<V>(V.Select(subnormal, parts.N - 54, parts.N), parts.F).Long(V.All(0));
        var product = Pair<V>.Product(log.High, V.All(exponent));
        V high = V.Clamp(product.High, -746, 710);
        // Where the high part was clamped, even the low part may be huge.
        V low = V.Select(V.Equal(high, product.High), product.Low + log.Low * exponent, V.All(0));
        var power = Powers<V>.Of(high, low);
        return V.Select(V.IsNaN(x), x, Powers<V>.Scale(power.Fraction.High, power.N));
    }
}
