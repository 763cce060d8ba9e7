using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>σ and its derivative.</summary>
readonly struct SigmoidKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool Shares => typeof(T) == typeof(double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double> => Elementary<T>.Of<Sigmoid, V>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double> => Elementary<T>.Of<SigmoidDerivative, V>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Activated<V> Both<V>(V x) where V : struct, ILanes<V, double>
    {
        var logistic = Logistic<V>.Of(x, V.All(0));
        return new(logistic.Value, logistic.Derivative);
    }
}
