using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>e = e^−|x|</c> and <c>L = (1 − y) + q·y</c> the loss is <c>(1 − y)x</c>, or <c>−q·y·x</c> for negative x, and
/// <c>L·ln(1 + e)</c>.
/// </summary>
/// <remarks>
/// Its derivative is <c>(1 − y) − e/(1 + e)</c>, or <c>e/(1 + e) − y</c> for negative x, where q is 1, and else
/// <c>(1 − y)·σ(x) − q·y·σ(−x)</c>. Neither overflows, and nothing cancels for targets from 0 to 1; libtorch loses digits where q is not 1.
/// </remarks>
readonly struct BinaryCrossEntropyWithLogitsKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, one = V.All(1), negative = x < V.All(0);
        V e = Elementary<T>.Exp(-V.Abs(x)), log = Elementary<T>.Of<Log1p, V>(e), below = one + e;
        V head = one / below, tail = typeof(T) == typeof(float) ? e * head : e / below;
        V more = at.Z - one, positive = at.Z * y, rest = one - y, plain = V.Equal(more, V.All(0));
        V weight = V.Select(plain, one, rest + positive);
        // Of an infinite target the parts of the weight are ∞ − ∞, but 1 + (q − 1)y is so only where q is 1.
        if (at.IsGiven)
        {
            V infinite = V.Equal(V.Abs(y), V.All(double.PositiveInfinity));
            weight = V.Select(infinite, one + more * y, weight);
            plain = V.Select(infinite, V.All(0), plain);
        }
        V value = V.Select(negative, -(positive * x), rest * x) + weight * log;
        // Two infinite terms may have either sign, as libtorch's have; a softplus of a finite x is above 0, however small it is.
        V smallest = V.Select(x < V.All(double.PositiveInfinity), V.All(double.Epsilon), V.All(0));
        V twofold = rest * x + weight * V.Max(V.Max(-x, V.All(0)) + log, smallest);
        value = V.Select((x <= V.All(double.NegativeInfinity)) | V.Equal(V.Abs(y), V.All(double.PositiveInfinity)), twofold, value);
        V either = V.Select(negative, rest * tail - positive * head, rest * head - positive * tail);
        // What 1 − y was rounded by would be all that is left where the rest cancels; of an infinite target it is NaN.
        V lost = one - rest - y;
        V derivative = V.Select(plain, V.Select(negative, tail - y, rest - tail + V.Select(V.Abs(lost) < one, lost, V.All(0))), either);
        V byTarget = more * log - V.Select(negative, at.Z * x, x);
        return new(value, derivative * at.Scale, byTarget * at.Scale);
    }
}
