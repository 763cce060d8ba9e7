using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>The arithmetic of an elementwise activation, over lanes of <typeparamref name="E"/>.</summary>
interface IElementActivation<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    V Value<V>(V x) where V : struct, ILanes<V, E>;

    V Derivative<V>(V x) where V : struct, ILanes<V, E>;

    /// <summary>
    /// Whether, for finite arguments, no intermediate result overflows or underflows unless the result does; then results need no second
    /// check.
    /// </summary>
    static virtual bool StaysFinite => false;

    /// <summary>Whether value and derivative share so much work that they should be computed together.</summary>
    static virtual bool Shares => false;

    /// <summary>Value and derivative together, with the same bits as computed separately.</summary>
    Activated<V> Both<V>(V x) where V : struct, ILanes<V, E> => throw new NotSupportedException();
}
