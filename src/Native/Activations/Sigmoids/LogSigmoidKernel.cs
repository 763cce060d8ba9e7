using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>min(x, 0) − ln(1 + e)</c> with <c>e = e^−|x|</c>; derivative <c>σ(−x)</c>.</summary>
readonly struct LogSigmoidKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) != typeof(float))
            return Elementary<T>.Of<LogSigmoid, V>(x);
        return ShortValue(x, Elementary<T>.Exp(-V.Abs(x)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) != typeof(float))
            return Elementary<T>.Of<Sigmoid, V>(-x);
        return ShortDerivative(x, Elementary<T>.Exp(-V.Abs(x)));
    }

    public static bool Shares => typeof(T) == typeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Activated<V> Both<V>(V x) where V : struct, ILanes<V, double>
    {
        V e = Elementary<T>.Exp(-V.Abs(x));
        return new(ShortValue(x, e), ShortDerivative(x, e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V ShortValue<V>(V x, V e) where V : struct, ILanes<V, double> => V.Select(x > V.All(0), V.All(0), x) - Log1p.Short(e);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V ShortDerivative<V>(V x, V e) where V : struct, ILanes<V, double>
    {
        V one = V.All(1);
        return V.Select(x < V.All(0), one, e) / (one + e);
    }
}
