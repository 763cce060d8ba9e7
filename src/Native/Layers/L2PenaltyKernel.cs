using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary><c>x²</c>.</summary>
readonly struct L2PenaltyKernel : IPenalty
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Size<V>(V x) where V : struct, ILanes<V, double> => x * x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Derivative<V>(V x) where V : struct, ILanes<V, double> => x + x;
}
