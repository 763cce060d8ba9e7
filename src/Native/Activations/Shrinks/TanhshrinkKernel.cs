using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>x − tanh x</c>, near 0 as a rational function free of cancellation; derivative <c>tanh² x</c>.</summary>
/// <remarks>
/// Lambert's continued fraction <c>tanh x = x/(1 + x²/(3 + x²/(5 + …)))</c>, truncated, as a rational function with exact coefficients.
/// </remarks>
readonly struct TanhshrinkKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// Numerator and denominator: for |x| ≤ 1 their quotient times x³ is x − tanh x, with a relative error of at most 2^-37.
    /// </summary>
    static ReadOnlySpan<double> ShortAbove => [45045, 2772, 27, 0];

    static ReadOnlySpan<double> ShortBelow => [135135, 62370, 3150, 28];

    /// <summary>
    /// Numerator and denominator: for |x| ≤ 1, (x − tanh x)/x³ is ⅓ − x² times their quotient, with an error of at most 2^-62.
    /// </summary>
    static ReadOnlySpan<double> Above => [261891630, 18050175, 311025, 1482, 1, 0];

    static ReadOnlySpan<double> Below => [1964187225, 930404475, 56756700, 945945, 4455, 3];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V near = V.Clamp(x, -1, 1), square = near * near;
        V value = typeof(T) == typeof(float)
            ? near * square * (V.Polynomial(square, ShortAbove) / V.Polynomial(square, ShortBelow))
            : Long(near);
        return V.Select(V.Abs(x) <= V.All(1), value, x - Elementary<T>.Of<Tanh, V>(x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        V tanh = Elementary<T>.Of<Tanh, V>(x);
        return tanh * tanh;
    }

    /// <summary><c>x³/3</c> in double-double, minus the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Long<V>(V x) where V : struct, ILanes<V, double>
    {
        V third = V.All(1.0 / 3), thirdRest = V.All(1.850371707708594e-17);
        var square = Pair<V>.Product(x, x);
        var cube = Pair<V>.Product(x, square.High);
        var lead = Pair<V>.Product(cube.High, third);
        V low = lead.Low + (cube.High * thirdRest + (cube.Low + x * square.Low) * third);
        V rest = cube.High * square.High * (V.Polynomial(square.High, Above) / V.Polynomial(square.High, Below));
        // The rounding error of a product is not representable where it underflows.
        return V.Select(V.Abs(x) > V.All(1e-90), lead.High + (low - rest), lead.High);
    }
}
