using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>The arithmetic of an activation of elements, over lanes of <typeparamref name="E"/>.</summary>
interface IElementActivation<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    V Value<V>(V x) where V : struct, ILanes<V, E>;

    V Slope<V>(V x) where V : struct, ILanes<V, E>;
}
