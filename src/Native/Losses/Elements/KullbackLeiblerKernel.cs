using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>y(ln y − x)</c> with <c>0 ln 0 = 0</c>; its derivatives are −y and <c>ln y + 1 − x</c>.</summary>
readonly struct KullbackLeiblerKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, zero = V.All(0), isZero = V.Equal(y, zero);
        V log = Elementary<T>.Of<Log, V>(y), over = log - x;
        // For an infinite target libtorch computes ∞ − ∞.
        V value = V.Select(y < V.All(double.PositiveInfinity), y * over, y * log - y * x);
        // The term 1 is y/y in libtorch: NaN at 0 and at infinity.
        V byTarget = over + y / y;
        return new(V.Select(isZero, zero - y * x, value), -y * at.Scale, byTarget * at.Scale);
    }
}
