using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ParityNet.Native.Simd;

/// <summary>Reproducible sums: their bits depend only on the terms and their order, not on vector width, alignment or threads.</summary>
/// <remarks>
/// Every chunk of <see cref="Blocks.Chunk"/> terms has <see cref="RunningSums"/> running sums; term i is added to sum i mod
/// <see cref="RunningSums"/> at every vector width; a few terms are added sequentially. The running sums are reduced pairwise in halves, the
/// chunks added in order. <c>float</c> terms are summed in <c>double</c>; for <c>double</c> terms the rounding errors are accumulated in a
/// second sum (compensated summation: T. Ogita, S. M. Rump and S. Oishi, 2005).
/// </remarks>
static class Sums
{
    /// <summary>The number of running sums of a chunk: enough to hide the latency of an addition.</summary>
    public const int RunningSums = 64;

    /// <summary>The consecutive additions to a running sum while it stays in a register; the terms stay in the L1 cache.</summary>
    const int Rows = 16;

    /// <summary>Up to this many terms, as in a short row, are added sequentially.</summary>
    const int Few = 16;

    /// <summary>With more chunks than this, their totals need memory of their own.</summary>
    const int MostOnStack = 1 << 10;

    /// <summary>The size of a cache line in bytes.</summary>
    const int Line = 64;

    public static double Run<T, K>(K terms, nint count, Plan plan)
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, ITerm<T>
    {
        if (plan.IsWide)
            return Wide<T, K>(terms, count);
        double sum = count <= Few ? OfFew<T, K>(ref terms, (int)count) : plan.Width switch
        {
            VectorWidth.Bits512 => Run<Lanes512<T>, T, K>(terms, count, plan.Threads),
            VectorWidth.Bits256 => Run<Lanes256<T>, T, K>(terms, count, plan.Threads),
            VectorWidth.Bits128 => Run<Lanes128<T>, T, K>(terms, count, plan.Threads),
            _ => Run<Scalar<T>, T, K>(terms, count, plan.Threads),
        };
        if (!double.IsFinite(sum))
            Beyond.Leave();
        return sum;
    }

    /// <summary>The sum as an extended-range number, its terms added sequentially.</summary>
    public static Number Wide<T, K>(K terms, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, ITerm<T>
    {
        Number sum = 0, rest = 0;
        for (nint i = 0; i < count; i++)
        {
            var added = Pair<Number>.Sum(sum, terms.Term<Wide<T>>(i).Widened);
            sum = added.High;
            rest += added.Low;
        }
        return rest.IsFinite ? sum + rest : sum;
    }

    static double OfFew<T, K>(ref K terms, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, ITerm<T>
    {
        double sum = 0, rest = 0;
        Scalar<T>.AddUp(ref terms, 0, 1, count, ref sum, ref rest);
        return new Total(sum, rest).Value;
    }

    static double Run<V, T, K>(K terms, nint count, int threads)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, ITerm<T>
    {
        int chunks = Blocks.Chunks(count);
        if (threads > 1 && chunks >= Blocks.WorthThreads)
            return RunThreads<V, T, K>(terms, count, chunks, threads);
        Total total = default;
        for (int chunk = 0; chunk < chunks; chunk++)
            total += Range<V, T, K>(ref terms, (nint)chunk * Blocks.Chunk, count);
        return total.Value;
    }

    static unsafe double RunThreads<V, T, K>(K terms, nint count, int chunks, int threads)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, ITerm<T>
    {
        Span<Total> totals = chunks <= MostOnStack ? stackalloc Total[chunks] : new Total[chunks];
        fixed (Total* each = totals)
            Workers.Run(new InChunks<V, T, K>(terms, each, count), chunks, threads);
        Total total = default;
        foreach (Total part in totals)
            total += part;
        return total.Value;
    }

    readonly unsafe struct InChunks<V, T, K>(K terms, Total* totals, nint count) : IParts
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, ITerm<T>
    {
        readonly K terms = terms;
        readonly Total* totals = totals;
        readonly nint count = count;

        public void Run(int part)
        {
            K own = terms;
            totals[part] = Range<V, T, K>(ref own, (nint)part * Blocks.Chunk, count);
        }
    }

    [SkipLocalsInit]
    static unsafe Total Range<V, T, K>(ref K terms, nint start, nint count)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, ITerm<T>
    {
        byte* room = stackalloc byte[2 * RunningSums * sizeof(double) + Line];
        // A vector of sums that straddles two cache lines would slow down store-to-load forwarding after each addition.
        double* sum = (double*)((nint)(room + Line - 1) & -Line), rest = sum + RunningSums;
        nint i = start, end = Math.Min(start + Blocks.Chunk, count);
        // With few terms most running sums would stay 0; leave them out of the reduction.
        int sums = end - i >= RunningSums ? RunningSums : Math.Max(V.Count, (int)BitOperations.RoundUpToPowerOf2((uint)(end - i)));
        new Span<double>(sum, sums).Clear();
        new Span<double>(rest, sums).Clear();
        while (i <= end - RunningSums)
        {
            int rows = (int)Math.Min((end - i) / RunningSums, Rows);
            for (nint position = 0; position < RunningSums; position += V.Count)
                V.AddUp(ref terms, i + position, RunningSums, rows, ref sum[position], ref rest[position]);
            i += rows * RunningSums;
        }
        nint left = end - i, at = 0;
        for (; at <= left - V.Count; at += V.Count)
            V.AddUp(ref terms, i + at, RunningSums, 1, ref sum[at], ref rest[at]);
        for (; at < left; at++)
            Scalar<T>.AddUp(ref terms, i + at, RunningSums, 1, ref sum[at], ref rest[at]);
        return Vector512.IsHardwareAccelerated ? Fold<Lanes512<double>>(ref *sum, ref *rest, sums)
            : Fold<Lanes128<double>>(ref *sum, ref *rest, sums);
    }

    static Total Fold<D>(ref double sum, ref double rest, int sums) where D : struct, ILanes<D, double>
    {
        nint half = sums / 2;
        for (; half >= D.Count; half /= 2)
            for (nint position = 0; position < half; position += D.Count)
                Fold<D>(ref sum, ref rest, position, half);
        for (; half > 0; half /= 2)
            for (nint position = 0; position < half; position++)
                Fold<Scalar<double>>(ref sum, ref rest, position, half);
        return new(sum, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Fold<D>(ref double sum, ref double rest, nint position, nint half) where D : struct, ILanes<D, double>
    {
        ref double sumHere = ref Unsafe.Add(ref sum, position), restHere = ref Unsafe.Add(ref rest, position);
        var folded = Pair<D>.Sum(D.Load(ref sumHere), D.Load(ref Unsafe.Add(ref sumHere, half)));
        folded.High.Store(ref sumHere);
        (D.Load(ref restHere) + D.Load(ref Unsafe.Add(ref restHere, half)) + folded.Low).Store(ref restHere);
    }
}
