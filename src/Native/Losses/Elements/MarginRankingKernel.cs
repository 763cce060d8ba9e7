using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>max(0, m − z(x − y))</c>; its derivatives are −z, z and <c>y − x</c>, and 0 where the argument is negative.</summary>
readonly struct MarginRankingKernel<T>(MarginRanking spec) : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double margin = Real.Wide(Real.Of<T>(spec.Margin));

    public static bool Mirrored => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), r = at.X - at.Y, product = at.Z * r, gap = V.All(margin) - product, missed = gap >= zero;
        // Where the product underflows to 0, the signs of the factors decide.
        if (margin == 0)
            missed = V.AndNot(missed, V.Equal(product, zero) & (((at.Z > zero) & (r > zero)) | ((at.Z < zero) & (r < zero))));
        V scale = V.Select(missed, at.Scale, zero);
        return new(V.Select(gap < zero, zero, gap), -at.Z * scale, default, -r * scale);
    }
}
