using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>y(ln y − x)</c> with <c>0 ln 0 = 0</c>; its slopes are −y and <c>ln y + 1 − x</c>.</summary>
readonly struct KullbackLeiblerKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Element<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V x = at.X, y = at.Y, zero = V.All(0), isZero = V.Equal(y, zero);
        V over = Elementary<T>.Of<Log, V>(y) - x;
        // libtorch differentiates x·ln x by its quotient rule, which gives NaN at 0.
        V byTarget = V.Select(isZero, V.All(double.NaN), over + V.All(1));
        return new(V.Select(isZero, zero - y * x, y * over), -y * at.Scale, byTarget * at.Scale);
    }
}
