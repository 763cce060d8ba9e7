using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>Parts shared by the error function and the normal distribution.</summary>
static class Gauss
{
    /// <summary>e^(factor · a²), with the square in double-double; factor is −1 or −½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Powers<D> Bell<D>(D a, double factor) where D : struct, ILanes<D, double>
    {
        var square = Pair<D>.Product(a, a);
        return Powers<D>.Of(square.High * factor, square.Low * factor);
    }

    /// <summary><c>(a − middle) / (a + middle)</c> in double-double, because the tails are ill-conditioned in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Position<D>(D a, double middle) where D : struct, ILanes<D, double> =>
        Pair<D>.Ratio(Pair<D>.Sum(a, D.All(-middle)), Pair<D>.Sum(a, D.All(middle)));

    /// <summary><c>bell · (start + rise) / (1 + 2a)</c> for a ≥ ½, without bell's power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Tail<D>(Pair<D> bell, D a, double start, D rise) where D : struct, ILanes<D, double>
    {
        var factor = Pair<D>.SumOrdered(D.All(start), rise);
        var product = Pair<D>.Product(bell.High, factor.High);
        D rest = product.Low + (bell.High * factor.Low + bell.Low * factor.High);
        return Pair<D>.Ratio(new(product.High, rest), Pair<D>.SumOrdered(a + a, D.All(1))).Value;
    }
}
