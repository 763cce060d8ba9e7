using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>Reduces the lanes of a split row and broadcasts the result to every lane; leaves rows that are not split unchanged.</summary>
static class Across
{
    /// <summary>The sums; a non-finite sum may leave no trace in the results, so it is reported by <see cref="Beyond.Leave"/>.</summary>
    /// <remarks>Reported here and not in the loops that sum, because a call after a loop makes every iteration spill registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sum<V>(V parts, RowLayout layout) where V : struct, ILanes<V, double> => Told(layout.Split ? Folded<V, Addition>(parts) : parts);

    /// <summary>The sum of all lanes of a 512-bit vector.</summary>
    public static double Sum(Lanes512<double> parts)
    {
        Vector512<double> folded = Unsafe.BitCast<Lanes512<double>, Vector512<double>>(Folded<Lanes512<double>, Addition>(parts));
        double sum = 0;
        Told(new Scalar<double>(folded.ToScalar())).Store(ref sum);
        return sum;
    }

    /// <summary>Returns the sums unchanged, and reports non-finite ones by <see cref="Beyond.Leave"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Told<V>(V sums) where V : struct, ILanes<V, double>
    {
        if (!V.AllFinite(sums))
            Beyond.Leave();
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Max<V>(V parts, RowLayout layout) where V : struct, ILanes<V, double> => layout.Split ? Folded<V, Greater>(parts) : parts;

    // Pairwise in halves; a split row always occupies all lanes of a 512-bit vector.
    static V Folded<V, F>(V parts) where V : struct, ILanes<V, double> where F : struct, IFold
    {
        Vector512<double> all = Unsafe.BitCast<V, Vector512<double>>(parts);
        Vector256<double> four = Unsafe.BitCast<Lanes256<double>, Vector256<double>>(F.Of(As(all.GetLower()), As(all.GetUpper())));
        Vector128<double> two = Unsafe.BitCast<Lanes128<double>, Vector128<double>>(F.Of(As(four.GetLower()), As(four.GetUpper())));
        return V.All(Unsafe.BitCast<Scalar<double>, double>(F.Of(new Scalar<double>(two.ToScalar()), new Scalar<double>(two.GetElement(1)))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256<double> As(Vector256<double> lanes) => Unsafe.BitCast<Vector256<double>, Lanes256<double>>(lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128<double> As(Vector128<double> lanes) => Unsafe.BitCast<Vector128<double>, Lanes128<double>>(lanes);

    interface IFold
    {
        static abstract V Of<V>(V a, V b) where V : struct, ILanes<V, double>;
    }

    readonly struct Addition : IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V a, V b) where V : struct, ILanes<V, double> => a + b;
    }

    readonly struct Greater : IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V a, V b) where V : struct, ILanes<V, double> => V.Max(a, b);
    }
}
