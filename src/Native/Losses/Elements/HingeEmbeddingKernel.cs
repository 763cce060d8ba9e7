using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>x</c> where y = 1, <c>max(0, m − x)</c> where y = −1, else their sum; the derivative of the second is −1 where <c>x ≤ m</c>.
/// </summary>
readonly struct HingeEmbeddingKernel<T>(HingeEmbedding spec) : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T margin = Real.Of<T>(spec.Margin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V x = at.X, zero = V.All(T.Zero), one = V.All(T.One), gap = V.All(margin) - x;
        V similar = V.Equal(at.Y, one), different = V.Equal(at.Y, -one);
        V value = V.Select(different, zero, x) + V.Select(similar, zero, V.Select(gap < zero, zero, gap));
        V derivative = V.Select(different, zero, at.Scale) - V.Select(similar, zero, V.Select(gap >= zero, at.Scale, zero));
        return new(value, derivative, default);
    }
}
