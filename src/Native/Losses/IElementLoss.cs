using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of an elementwise loss, over lanes of <typeparamref name="E"/>.</summary>
interface IElementLoss<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    /// <summary>Value and derivatives at a point.</summary>
    LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, E>;

    /// <summary>Whether the derivative with respect to the second argument is the negated first one; then the driver negates it.</summary>
    static virtual bool Mirrored => false;

    /// <summary>The value of the third argument if it was not given.</summary>
    static virtual E Absent => E.One;

    /// <summary>
    /// Whether, for a scale of at most 1, the value is not finite wherever the derivative is not; then the sum of the values also reveals
    /// non-finite derivatives.
    /// </summary>
    static virtual bool ValueTells => false;

    /// <summary>Whether predictions must be probabilities.</summary>
    static virtual bool Probabilities => false;
}
