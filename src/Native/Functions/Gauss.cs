using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>What the error function and the normal distribution share.</summary>
static class Gauss
{
    /// <summary>e^(factor · a²), the square carried to twice the precision; factor −1 or −½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Powers<D> Bell<D>(D a, double factor) where D : struct, ILanes<D, double>
    {
        var square = Pair<D>.Product(a, a);
        return Powers<D>.Of(square.High * factor, square.Low * factor);
    }

    /// <summary><c>(a − middle) / (a + middle)</c> to twice the precision, because tails are steep in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<D> Position<D>(D a, double middle) where D : struct, ILanes<D, double> =>
        Pair<D>.Quotient(Pair<D>.Sum(a, D.All(-middle)), Pair<D>.Sum(a, D.All(middle)));

    /// <summary><c>bell · (start + rise) / (1 + 2a)</c>, for a of at least ½, but for the power of two in bell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Tail<D>(Pair<D> bell, D a, double start, D rise) where D : struct, ILanes<D, double>
    {
        var factor = Pair<D>.SumOrdered(D.All(start), rise);
        var product = Pair<D>.Product(bell.High, factor.High);
        D rest = product.Low + (bell.High * factor.Low + bell.Low * factor.High);
        return Pair<D>.Quotient(new(product.High, rest), Pair<D>.SumOrdered(a + a, D.All(1))).Value;
    }
}
