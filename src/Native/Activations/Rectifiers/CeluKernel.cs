using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Activations;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>x where <c>x &gt; 0</c>, else <c>α(e^(x/α) − 1)</c>; derivative 1 or <c>e^(x/α)</c>.</summary>
readonly struct CeluKernel<T>(Celu spec) : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double alpha = spec.Alpha;

    /// <summary>
    /// The arguments below which e^(x/α) − 1 is −1, and below which e^(x/α) is 0 even as a <c>double</c>; for negative α both are those
    /// where it is ∞.
    /// </summary>
    readonly double one = Smallest(spec.Alpha, 60), zero = Smallest(spec.Alpha, 750);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V size = V.All(alpha), left;
        if (IsShort)
            left = Elementary<T>.Of<Expm1, V>(x / size);
        else
        {
            var powers = Long(V.Clamp(x, Far<V>(one), 0));
            left = Powers<V>.Scale(powers.LessOne.High, powers.N);
        }
        return V.Select(x <= V.All(0), size * left, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        V left;
        if (IsShort)
            left = Elementary<T>.Exp(x / V.All(alpha));
        else
        {
            var powers = Long(V.Clamp(x, Far<V>(zero), 0));
            left = Powers<V>.Scale(powers.Fraction.High, powers.N);
        }
        return V.Select(x <= V.All(0), left, V.All(1));
    }

    public static bool Shares => typeof(T) == typeof(double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Activated<V> Both<V>(V x) where V : struct, ILanes<V, double>
    {
        V none = x <= V.All(0), size = V.All(alpha);
        var powers = Long(V.Clamp(x, Far<V>(zero), 0));
        V left = Powers<V>.Scale(powers.LessOne.High, powers.N), share = Powers<V>.Scale(powers.Fraction.High, powers.N);
        // Where the value has reached −α, e^(x/α) may still change, and the difference is of no use.
        if (alpha > 0)
            left = V.Select(x < V.All(Far<V>(one)), V.All(-1), left);
        return new(V.Select(none, size * left, x), V.Select(none, share, V.All(1)));
    }

    // The range of ShortPowers is too small for the powers that a negative α leads to.
    bool IsShort => typeof(T) == typeof(float) && alpha > 0;

    // With extended-range numbers a negative α may lead beyond the range of double.
    double Far<V>(double smallest) where V : struct, ILanes<V, double> =>
        typeof(V) == typeof(Number) && alpha < 0 ? Math.Max(2 * alpha * WideFunctions.End, -double.MaxValue) : smallest;

    static double Smallest(double alpha, double share) => Math.Max(alpha * (alpha > 0 ? -share : 720), -double.MaxValue);

    /// <summary>e^(x/α), with the exponent in double-double, because the exponential amplifies its error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Powers<V> Long<V>(V x) where V : struct, ILanes<V, double>
    {
        var share = Pair<V>.Quotient(new(x, V.All(0)), new(V.All(alpha), V.All(0)));
        return Powers<V>.Of(share.High, share.Low);
    }
}
