using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>With <c>u = √(2/π)(x + 0.044715x³)</c> the value is <c>x·σ(2u)</c>, which is <c>½x(1 + tanh u)</c> without its cancellation; slope <c>σ + 2x·σ(1 − σ)·u′</c>.</summary>
readonly struct GeluTanhKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    const double Root = 0.7978845608028654, Cubic = 0.044715;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), twice = Twice(x), e = Elementary<T>.Exp(-V.Abs(twice)), one = V.All(1);
        return x * (V.Select(twice < zero, e, one) / (one + e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Slope<V>(V x) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1), twice = Twice(x), e = Elementary<T>.Exp(-V.Abs(twice)), below = one + e;
        V sigmoid = V.Select(twice < zero, e, one) / below;
        // Far out the bell is 0 and its factor could be infinite.
        V near = V.Select(V.Equal(e, zero), zero * x, x);
        return sigmoid + near * (e / (below * below)) * V.All(2 * Root) * (one + V.All(3 * Cubic) * near * near);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Twice<V>(V x) where V : struct, ILanes<V, double> => V.All(2 * Root) * x * (V.All(1) + V.All(Cubic) * x * x);
}
