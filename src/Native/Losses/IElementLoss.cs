using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The arithmetic of a loss of elements, over lanes of <typeparamref name="E"/>.</summary>
interface IElementLoss<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    /// <summary>Value and slopes at a point.</summary>
    Element<V> At<V>(Point<V> at) where V : struct, ILanes<V, E>;

    /// <summary>Whether the slope by the second argument is the negated slope by the first; the driver then negates.</summary>
    static virtual bool Mirrored => false;

    /// <summary>What the third argument is where it was not given.</summary>
    static virtual E Absent => E.One;

    /// <summary>Whether the value is not finite wherever the slope is not, if the scale is at most 1; then the sum of values tells of slopes too.</summary>
    static virtual bool ValueTells => false;

    /// <summary>Whether predictions must be probabilities.</summary>
    static virtual bool Probabilities => false;
}
