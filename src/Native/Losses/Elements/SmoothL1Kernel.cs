using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>½r²/β</c> where <c>|r| &lt; β</c>, else <c>|r| − ½β</c>; its derivative is −1 where <c>r ≤ −β</c>, 1 where <c>r ≥ β</c>, else
/// <c>r/β</c>.
/// </summary>
readonly struct SmoothL1Kernel<T>(SmoothL1 spec) : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T beta = Real.Of<T>(spec.Beta), half = T.CreateChecked(0.5);

    readonly bool flat = double.IsPositiveInfinity(spec.Beta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V r = at.X - at.Y, size = V.Abs(r), beta = V.All(this.beta), half = V.All(this.half);
        V value = V.Select(size < beta, half * size * size / beta, size - half * beta);
        // For β = ∞ the derivative is 0 even if scale·r overflows.
        V low = r <= -beta, high = r >= beta, inner = flat ? at.Scale * (r / beta) : at.Scale * r / beta;
        // If β > 0 rounds to 0 in this type, both tests hold at r = 0; libtorch takes −1 there with respect to either argument.
        V byInput = V.Select(low, -at.Scale, V.Select(high, at.Scale, inner));
        V byTarget = V.Select(high, -at.Scale, V.Select(low, at.Scale, -inner));
        return new(value, byInput, byTarget);
    }
}
