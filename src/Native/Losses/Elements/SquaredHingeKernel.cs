using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>h²</c> with <c>h = max(0, 1 − y·x)</c>; its derivatives are −2hy and −2hx.</summary>
readonly struct SquaredHingeKernel<T> : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero), gap = V.All(T.One) - at.Y * at.X, met = gap <= zero, twice = V.Select(met, zero, (gap + gap) * at.Scale);
        return new(V.Select(met, zero, gap * gap), -at.Y * twice, -at.X * twice);
    }
}
