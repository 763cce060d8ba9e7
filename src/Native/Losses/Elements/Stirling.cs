using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// Stirling's approximation of <c>ln y!</c>, for <c>y &gt; 1</c>: <c>y ln y − y + ½ ln 2πy</c>; its derivative is <c>ln y + ½/y</c>.
/// </summary>
static class Stirling<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    const double HalfLn2Pi = 0.91893853320467274178;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LossElement<V> Added<V>(LossElement<V> loss, Point<V> at) where V : struct, ILanes<V, double>
    {
        V y = at.Y, zero = V.All(0), half = V.All(0.5), small = y <= V.All(1), log = Elementary<T>.Of<Log, V>(y);
        V term = y * (log - V.All(1)) + (half * log + V.All(HalfLn2Pi)), derivative = log + half / y;
        // For an infinite count libtorch computes ∞ − ∞.
        derivative = V.Select(y < V.All(double.PositiveInfinity), derivative, V.All(double.NaN));
        term = V.Select(y < V.All(double.PositiveInfinity), term, V.All(double.NaN));
        return new(loss.Value + V.Select(small, zero, term), loss.ByX, loss.ByY + V.Select(small, zero, derivative * at.Scale));
    }
}
