using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary><c>|x|</c>, with derivative 0 at 0 and, as in libtorch, at NaN.</summary>
readonly struct L1PenaltyKernel : IPenalty
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Size<V>(V x) where V : struct, ILanes<V, double> => V.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Derivative<V>(V x) where V : struct, ILanes<V, double> =>
        V.CopySign(V.All(1), x) & (V.Abs(x) > V.All(0));
}
