using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss of elements, over lanes of <typeparamref name="E"/>.</summary>
interface IElementLoss<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    /// <summary>Value and derivatives at a point.</summary>
    LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, E>;

    /// <summary>Whether the derivative by the second argument is the negated derivative by the first; the driver then negates.</summary>
    static virtual bool Mirrored => false;

    /// <summary>What the third argument is where it was not given.</summary>
    static virtual E Absent => E.One;

    /// <summary>
    /// Whether the value is not finite wherever the derivative is not, if the scale is at most 1; then the sum of values tells of
    /// derivatives too.
    /// </summary>
    static virtual bool ValueTells => false;

    /// <summary>Whether predictions must be probabilities.</summary>
    static virtual bool Probabilities => false;
}
