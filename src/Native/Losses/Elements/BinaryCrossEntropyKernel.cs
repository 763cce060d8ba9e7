using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>−y·max(ln x, −100) − (1 − y)·max(ln(1 − x), −100)</c>; d/dx is <c>(x − y)/max(x(1 − x), 10⁻¹²)</c>, d/dy is
/// <c>ln(1 − x) − ln x</c>.
/// </summary>
readonly struct BinaryCrossEntropyKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool Probabilities => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, one = V.All(1), smallest = V.All(-100);
        V log = Elementary<T>.Of<Log, V>(x), logRest = Elementary<T>.Of<Log1p, V>(-x);
        V value = (y - one) * V.Max(logRest, smallest) - y * V.Max(log, smallest);
        // libtorch has this bound as a float literal for every element type, and does not zero the derivative where the value is clamped.
        V derivative = (x - y) / V.Max(x * (one - x), V.All(BinaryCrossEntropy.SmallestVariance));
        return new(value, derivative * at.Scale, (logRest - log) * at.Scale);
    }
}
