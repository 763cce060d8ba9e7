using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>σ and its derivative.</summary>
readonly struct SigmoidKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => typeof(T) == typeof(float);

    public static bool Shares => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double> => Elementary<T>.Of<Sigmoid, V>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double> => Both(x).Derivative;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Activated<V> Both<V>(V x) where V : struct, ILanes<V, double>
    {
        if (typeof(T) == typeof(float))
        {
            V power = Sigmoid.Power(x), sigma = 1 / (power + 1);
            return new(sigma, V.Clamp(power, 0, ShortPowers<V>.Largest) * sigma * sigma);
        }
        var logistic = Logistic<V>.Of(x, V.All(0));
        return new(logistic.Value, logistic.Derivative);
    }
}
