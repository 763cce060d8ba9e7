using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>max(0, 1 − y·x)</c>; its derivatives are −y and −x, and 0 where <c>y·x ≥ 1</c>.</summary>
readonly struct HingeKernel<T> : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero), gap = V.All(T.One) - at.Y * at.X, met = gap <= zero, scale = V.Select(met, zero, at.Scale);
        return new(V.Select(met, zero, gap), -at.Y * scale, -at.X * scale);
    }
}
