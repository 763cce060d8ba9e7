using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>m = e^−|r| − 1</c> and <c>w = 1 + m</c> the loss is <c>ln(1 + ½m²/w)</c> where <c>|r| &lt; 1</c>, else
/// <c>|r| + ln(1 + w²) − ln 2</c>; its derivative, tanh r, is <c>−m(1 + w)/(1 + w²)</c> with the sign of r.
/// </summary>
readonly struct LogCoshKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly double Ln2 = Math.Log(2);

    public static bool Mirrored => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V r = at.X - at.Y, size = V.Abs(r), one = V.All(1), near = size < one;
        V m = Elementary<T>.Of<Expm1, V>(-size), w = one + m, square = w * w;
        V log = Elementary<T>.Of<Log1p, V>(V.Select(near, V.All(0.5) * m * m / w, square));
        // In double the rounding errors of this formula would be visible.
        V derivative = typeof(T) == typeof(float) ? V.CopySign(-m * (one + w) / (one + square), r) : V.Map<Tanh>(r);
        return new(V.Select(near, log, size + (log - V.All(Ln2))), derivative * at.Scale, default);
    }
}
