using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>e = e^−|x|</c>, <c>pos_weight</c> q and <c>L = (1 − y) + q·y</c> the loss is <c>(1 − y)x + L·ln(1 + e)</c>, and
/// <c>−q·y·x + L·ln(1 + e)</c> for negative x.
/// </summary>
/// <remarks>
/// For q = 1 the derivative is <c>(1 − y) − e/(1 + e)</c>, and <c>e/(1 + e) − y</c> for negative x; else it is
/// <c>(1 − y)·σ(x) − q·y·σ(−x)</c>. Neither overflows, and for targets from 0 to 1 nothing cancels; libtorch loses accuracy for q ≠ 1.
/// </remarks>
readonly struct BinaryCrossEntropyWithLogitsKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, one = V.All(1), negative = x < V.All(0);
        V e = Elementary<T>.Exp(-V.Abs(x)), log = Elementary<T>.LogOfUnit(e), below = one + e;
        V head = one / below, tail = typeof(T) == typeof(float) ? e * head : e / below;
        V more = at.Z - one, positive = at.Z * y, rest = one - y, plain = V.Equal(more, V.All(0));
        V weight = V.Select(plain, one, rest + positive);
        // For an infinite target, rest + positive is ∞ − ∞, but 1 + (q − 1)y is NaN only for q = 1.
        if (at.IsGiven)
        {
            V infinite = V.Equal(V.Abs(y), V.All(double.PositiveInfinity));
            weight = V.Select(infinite, one + more * y, weight);
            plain = V.Select(infinite, V.All(0), plain);
        }
        V value = V.Select(negative, -(positive * x), rest * x) + weight * log;
        // Two infinite terms may have opposite signs, as in libtorch; the softplus of a finite x is positive even where it underflows.
        V smallest = V.Select(x < V.All(double.PositiveInfinity), V.All(double.Epsilon), V.All(0));
        V twofold = rest * x + weight * V.Max(V.Max(-x, V.All(0)) + log, smallest);
        value = V.Select((x <= V.All(double.NegativeInfinity)) | V.Equal(V.Abs(y), V.All(double.PositiveInfinity)), twofold, value);
        V either = V.Select(negative, rest * tail - positive * head, rest * head - positive * tail);
        // The rounding error of 1 − y would dominate where the rest cancels; for an infinite target it is NaN.
        V lost = one - rest - y;
        V derivative = V.Select(plain, V.Select(negative, tail - y, rest - tail + V.Select(V.Abs(lost) < one, lost, V.All(0))), either);
        V byTarget = more * log - V.Select(negative, at.Z * x, x);
        return new(value, derivative * at.Scale, byTarget * at.Scale);
    }
}
