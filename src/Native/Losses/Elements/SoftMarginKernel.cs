using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>z = −y·x</c> and <c>e = e^−|z|</c> the loss is <c>max(z, 0) + ln(1 + e)</c>; its derivative is <c>−y·σ(z)</c>.
/// </summary>
readonly struct SoftMarginKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V z = -(at.Y * at.X), one = V.All(1), zero = V.All(0), negative = z < zero;
        V e = Elementary<T>.Exp(-V.Abs(z)), sigma = V.Select(negative, e, one) / (one + e);
        return new(V.Select(negative, zero, z) + Elementary<T>.LogOfUnit(e), -at.Y * sigma * at.Scale, default);
    }
}
