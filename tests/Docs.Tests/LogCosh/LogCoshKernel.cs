using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>With <c>e = e^−2|r|</c> the loss is <c>|r| + ln(1 + e) − ln 2</c>; its slope is <c>1 − 2e/(1 + e)</c> with the sign of r.</summary>
readonly struct LogCoshKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly double Ln2 = Math.Log(2);

    public static bool Mirrored => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Element<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V r = at.X - at.Y, size = V.Abs(r), one = V.All(1);
        V e = Elementary<T>.Exp(-(size + size)), tail = e / (one + e);
        V value = size + Elementary<T>.Of<Log1p, V>(e) - V.All(Ln2);
        return new(value, V.CopySign(one - (tail + tail), r) * at.Scale, default);
    }
}
