using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>ln(1 + ½r²)</c>; its derivative is <c>r/(1 + ½r²)</c>.</summary>
readonly struct CauchyKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool Mirrored => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V r = at.X - at.Y, half = V.All(0.5) * (r * r);
        return new(Elementary<T>.Of<Log1p, V>(half), r * at.Scale / (V.All(1) + half), default);
    }
}
