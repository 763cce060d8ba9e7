using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>σ; with <c>e = e^−|x|</c> its slope is <c>e/(1 + e)²</c>, in which nothing cancels.</summary>
readonly struct SigmoidKernel<T> : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double> => Elementary<T>.Of<Sigmoid, V>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Slope<V>(V x) where V : struct, ILanes<V, double>
    {
        V e = Elementary<T>.Exp(-V.Abs(x)), below = V.All(1) + e;
        return e / (below * below);
    }
}
