using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>x·σ(x)</c>; derivative <c>σ(x) + x·σ(x)·σ(−x)</c>.</summary>
readonly struct SiluKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool Shares => typeof(T) == typeof(double);

    /// <summary>Beyond this x·σ(x) is 0 or x.</summary>
    const double End = 800;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) != typeof(float))
            return Value(x, Parts(x));
        V e = Elementary<T>.Exp(-V.Abs(x)), one = V.All(1), zero = V.All(0);
        return x * (V.Select(x < zero, e, one) / (one + e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1);
        if (typeof(T) != typeof(float))
            return Derivative(x, Parts(x));
        V e = Elementary<T>.Exp(-V.Abs(x)), inverse = one / (one + e);
        return inverse * (V.Select(x < zero, e, one) + x * (e * inverse));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Activated<V> Both<V>(V x) where V : struct, ILanes<V, double>
    {
        var parts = Parts(x);
        return new(Value(x, parts), Derivative(x, parts));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Logistic<V> Parts<V>(V x) where V : struct, ILanes<V, double> => Logistic<V>.Of(V.Clamp(x, -End, End), V.All(0));

    // Beyond End the value is x or 0, but −∞ · 0 is NaN, as in libtorch.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Value<V>(V x, Logistic<V> parts) where V : struct, ILanes<V, double> =>
        V.Select(V.Abs(x) < V.All(End), parts.Times(V.Clamp(x, -End, End)), x * ((x > V.All(0)) & V.All(1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Derivative<V>(V x, Logistic<V> parts) where V : struct, ILanes<V, double> => parts.PlusDerivative(V.Clamp(x, -End, End)) + V.All(0) * x;
}
