using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>q·max(0, r) + (1 − q)·max(0, −r)</c> with <c>r = y − x</c>; d/dx is −q, 0 or 1 − q.</summary>
readonly struct QuantileErrorKernel<T>(QuantileError spec) : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T share = Real.Of<T>(spec.Quantile), rest = Real.Of<T>(1 - spec.Quantile);

    public static bool Mirrored => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        // Both selects let NaN through, as two calls of relu do.
        V r = at.Y - at.X, zero = V.All(T.Zero), above = r <= zero, below = r >= zero;
        V value = V.All(share) * V.Select(above, zero, r) + V.All(rest) * V.Select(below, zero, -r);
        V derivative = V.Select(below, zero, V.All(rest) * at.Scale) - V.Select(above, zero, V.All(share) * at.Scale);
        return new(value, derivative, default);
    }
}
