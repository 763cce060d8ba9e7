using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>x itself.</summary>
readonly struct IdentityKernel<T> : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool StaysFinite => true;

    public V Value<V>(V x) where V : struct, ILanes<V, T> => x;

    public V Derivative<V>(V x) where V : struct, ILanes<V, T> => V.All(T.One);
}
