using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>tanh; its derivative is computed as <c>4σ′(2x)</c>, because <c>1 − tanh²</c> cancels.</summary>
readonly struct TanhKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => typeof(T) == typeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double> => Elementary<T>.Of<Tanh, V>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double> => V.All(4) * Elementary<T>.Of<SigmoidDerivative, V>(x + x);
}
