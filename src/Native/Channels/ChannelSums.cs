using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Channels;

/// <summary>Reproducible compensated sums per channel: their bits depend only on the terms and the shape.</summary>
static unsafe class ChannelSums
{
    /// <summary>The minimum number of lines per set of running sums, so that the sums take far less memory than the lines.</summary>
    const int SmallestLines = 64;

    /// <summary>The consecutive lines added at a position while its sum stays in a register.</summary>
    const int Rows = 16;

    public static double[] Run<K>(K terms, ChannelLayout layout, Plan plan) where K : struct, IChannelTerm => plan.Width switch
    {
        VectorWidth.Bits512 => Run<Lanes512<double>, K>(terms, layout, plan),
        VectorWidth.Bits256 => Run<Lanes256<double>, K>(terms, layout, plan),
        VectorWidth.Bits128 => Run<Lanes128<double>, K>(terms, layout, plan),
        VectorWidth.Wide => Run<Wide<double>, K>(terms, layout, plan),
        _ => Run<Scalar<double>, K>(terms, layout, plan),
    };

    static double[] Run<V, K>(K terms, ChannelLayout layout, Plan plan)
        where V : struct, ILanes<V, double>
        where K : struct, IChannelTerm
    {
        var totals = new Total[layout.Channels];
        if (layout.Together)
            Lines<V, K>(terms, layout, plan, totals);
        else
        {
            var each = new Total[layout.Batch * layout.Channels];
            ChannelBlocks.Parts(each.Length, layout.Run, plan, (start, end) =>
            {
                K own = terms;
                for (nint run = start; run < end; run++)
                    each[run] = OfRun<V, K>(ref own, run * layout.Run, layout.Run, run % layout.Channels);
            });
            for (int run = 0; run < each.Length; run++)
                totals[run % layout.Channels] += each[run];
        }
        return Array.ConvertAll(totals, total =>
        {
            double sum = total.Value;
            if (!double.IsFinite(sum))
                Beyond.Leave();
            return sum;
        });
    }

    static void Lines<V, K>(K terms, ChannelLayout layout, Plan plan, Total[] totals)
        where V : struct, ILanes<V, double>
        where K : struct, IChannelTerm
    {
        nint width = layout.Width, together = width * Math.Max(SmallestLines, Blocks.Chunk / width);
        nint chunks = (layout.Count + together - 1) / together;
        double* sums = (double*)NativeMemory.AlignedAlloc((nuint)(Math.Max(1, chunks) * width * 2 * sizeof(double)), RowBlocks.Side * sizeof(double));
        new Span<double>(sums, checked((int)(chunks * width * 2))).Clear();
        ChannelBlocks.Parts(chunks, together, plan, (start, end) =>
        {
            K own = terms;
            for (nint chunk = start; chunk < end; chunk++)
            {
                double* sum = sums + chunk * width * 2;
                OfLines<V, K>(ref own, chunk * together, Math.Min((chunk + 1) * together, layout.Count), width, sum, sum + width);
            }
        });
        for (nint chunk = 0; chunk < chunks; chunk++)
        {
            double* sum = sums + chunk * width * 2;
            for (nint position = 0; position < width;)
                for (int channel = 0; channel < totals.Length; channel++)
                    for (nint i = 0; i < layout.Run; i++, position++)
                        totals[channel] += new Total(sum[position], sum[width + position]);
        }
        NativeMemory.AlignedFree(sums);
    }

    static void OfLines<V, K>(ref K terms, nint start, nint end, nint width, double* sum, double* rest)
        where V : struct, ILanes<V, double>
        where K : struct, IChannelTerm
    {
        nint i = start;
        while (i <= end - width)
        {
            nint rows = Math.Min((end - i) / width, Rows);
            AddLines<V, K>(ref terms, i, width, rows, width, sum, rest);
            i += rows * width;
        }
        AddLines<V, K>(ref terms, i, end - i, 1, width, sum, rest);
    }

    static void AddLines<V, K>(ref K terms, nint index, nint positions, nint rows, nint width, double* sum, double* rest)
        where V : struct, ILanes<V, double>
        where K : struct, IChannelTerm
    {
        nint position = 0;
        for (; position <= positions - V.Count; position += V.Count)
            AddUp<V, K>(ref terms, index + position, width, rows, position, sum + position, rest + position);
        for (; position < positions; position++)
            AddUp<Scalar<double>, K>(ref terms, index + position, width, rows, position, sum + position, rest + position);
    }

    static Total OfRun<V, K>(ref K terms, nint index, nint length, nint position)
        where V : struct, ILanes<V, double>
        where K : struct, IChannelTerm
    {
        double* sum = stackalloc double[2 * RowBlocks.Side], rest = sum + RowBlocks.Side;
        new Span<double>(sum, 2 * RowBlocks.Side).Clear();
        nint rows = length / RowBlocks.Side, left = length % RowBlocks.Side;
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            AddUp<V, K>(ref terms, index + lane, RowBlocks.Side, rows, position, sum + lane, rest + lane);
        for (nint lane = 0; lane < left; lane++)
            AddUp<Scalar<double>, K>(ref terms, index + rows * RowBlocks.Side + lane, 0, 1, position, sum + lane, rest + lane);
        Total total = default;
        for (int lane = 0; lane < RowBlocks.Side; lane++)
            total += new Total(sum[lane], rest[lane]);
        return total;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void AddUp<V, K>(ref K terms, nint index, nint stride, nint times, nint position, double* sum, double* rest)
        where V : struct, ILanes<V, double>
        where K : struct, IChannelTerm
    {
        V high = V.Load(in *sum), low = V.Load(in *rest);
        for (; times > 0; times--, index += stride)
        {
            var added = Pair<V>.Sum(high, terms.Term<V>(index, position));
            high = added.High;
            low += added.Low;
        }
        high.Store(ref *sum);
        low.Store(ref *rest);
    }
}
