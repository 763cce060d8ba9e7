using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>min(x, 0) − ln(1 + e)</c> with <c>e = e^−|x|</c>; derivative <c>σ(−x)</c>.</summary>
readonly struct LogSigmoidKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => typeof(T) == typeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) != typeof(float))
            return Elementary<T>.Of<LogSigmoid, V>(x);
        V zero = V.All(0);
        return V.Select(x > zero, zero, x) - Elementary<T>.LogOfUnit(Elementary<T>.Exp(-V.Abs(x)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double> => Elementary<T>.Of<Sigmoid, V>(-x);
}
