using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>
/// <c>x·t</c> with <c>t = tanh(ln(1 + eˣ))</c>, a quotient of polynomials in <c>e = e^−|x|</c>; derivative <c>t + x·t′</c>.
/// </summary>
readonly struct MishKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => typeof(T) == typeof(float);

    /// <summary>Beyond this x·t is 0 or x.</summary>
    const double End = 800;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1);
        if (typeof(T) != typeof(float))
        {
            V near = V.Clamp(x, -End, End);
            // Beyond End the value is x or 0, but −∞ · 0 is NaN, as in libtorch.
            return V.Select(V.Abs(x) < V.All(End), LongValue(near), x * ((x > zero) & one));
        }
        V e = Elementary<T>.Exp(-V.Abs(x)), square = e * e;
        V left = x < zero, above = V.Select(left, square, one) + (e + e), rest = V.Select(left, one, square);
        return x * (above / (above + (rest + rest)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1);
        if (typeof(T) != typeof(float))
            return LongDerivative(V.Clamp(x, -End, End)) + zero * x;
        V e = Elementary<T>.Exp(-V.Abs(x)), square = e * e;
        V left = x < zero, above = V.Select(left, square, one) + (e + e), rest = V.Select(left, one, square);
        V inverse = one / (above + (rest + rest));
        return inverse * (above + V.All(4) * x * V.Select(left, e, square) * (one + e) * inverse);
    }

    // Separate methods, because the JIT limits how much it inlines into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static V LongValue<V>(V near) where V : struct, ILanes<V, double> => TanhOfSoftplus<V>.Of(near).Times(near);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static V LongDerivative<V>(V near) where V : struct, ILanes<V, double> => TanhOfSoftplus<V>.Of(near).PlusDerivative(near);
}
