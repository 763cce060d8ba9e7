using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>max(0, m + x − min(y, z))</c>; its derivatives are 1 for x, −1 for the smaller of y and z, or −½ for each on a tie; all are 0 where
/// the argument is negative.
/// </summary>
readonly struct TripletDistancesKernel<T>(TripletDistances spec) : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double margin = Real.Wide(Real.Of<T>(spec.Margin));

    public static double Absent => double.PositiveInfinity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), gap = at.X - V.Min(at.Y, at.Z) + V.All(margin), derivative = V.Select(gap >= zero, at.Scale, zero);
        // An absent distance is ∞: an infinite y must not tie with it.
        V tie = V.AndNot(V.Equal(at.Y, at.Z), V.Equal(at.Z, V.All(double.PositiveInfinity)));
        V own = V.Select(tie, V.All(0.5), V.Select(at.Z < at.Y, zero, V.All(1)));
        return new(V.Select(gap < zero, zero, gap), derivative, -(own * derivative), -((V.All(1) - own) * derivative));
    }
}
