using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>The arithmetic of an activation of elements, over lanes of <typeparamref name="E"/>.</summary>
interface IElementActivation<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    V Value<V>(V x) where V : struct, ILanes<V, E>;

    V Derivative<V>(V x) where V : struct, ILanes<V, E>;

    /// <summary>
    /// Whether no step from a finite argument to its value or its derivative leaves the range but one that is a result; then results need
    /// no second look.
    /// </summary>
    static virtual bool StaysFinite => false;

    /// <summary>Whether value and derivative share so much work that they are better computed together.</summary>
    static virtual bool Shares => false;

    /// <summary>Value and derivative together, of the same bits as apart.</summary>
    static virtual Activated<V> Both<V>(V x) where V : struct, ILanes<V, E> => throw new NotSupportedException();
}
