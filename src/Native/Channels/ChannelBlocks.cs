using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Channels;

/// <summary>Runs a kernel over every element of every channel.</summary>
static class ChannelBlocks
{
    public static void Run<K>(K kernel, ChannelLayout layout, Plan plan) where K : struct, IChannelStep
    {
        switch (plan.Width)
        {
            case VectorWidth.Bits512: Run<Lanes512<double>, K>(kernel, layout, plan); break;
            case VectorWidth.Bits256: Run<Lanes256<double>, K>(kernel, layout, plan); break;
            case VectorWidth.Bits128: Run<Lanes128<double>, K>(kernel, layout, plan); break;
            case VectorWidth.Wide: Run<Wide<double>, K>(kernel, layout, plan); break;
            default: Run<Scalar<double>, K>(kernel, layout, plan); break;
        }
    }

    /// <summary>
    /// Runs <paramref name="body"/> over the parts, each of <paramref name="length"/> elements, on several threads if the work is large
    /// enough.
    /// </summary>
    public static void Parts(nint parts, nint length, Plan plan, Action<nint, nint> body)
    {
        nint together = Math.Max(1, Blocks.Chunk / Math.Max(1, length));
        int chunks = checked((int)((parts + together - 1) / together));
        if (plan.Threads > 1 && chunks > 1 && parts * length >= (nint)Blocks.WorthThreads * Blocks.Chunk)
            Workers.Run(chunks, plan.Threads, i => body(i * together, Math.Min((i + 1) * together, parts)));
        else
            body(0, parts);
    }

    static void Run<V, K>(K kernel, ChannelLayout layout, Plan plan)
        where V : struct, ILanes<V, double>
        where K : struct, IChannelStep
    {
        nint width = layout.Width;
        if (!layout.Together)
            Parts(layout.Batch * layout.Channels, layout.Run, plan, (start, end) =>
            {
                K own = kernel;
                for (nint run = start; run < end; run++)
                    Walk<V, K>(ref own, run * layout.Run, layout.Run, run % layout.Channels, 0);
            });
        else
            Parts((layout.Count + width - 1) / width, width, plan, (start, end) =>
            {
                K own = kernel;
                for (nint line = start; line < end; line++)
                    Walk<V, K>(ref own, line * width, Math.Min(width, layout.Count - line * width), 0, 1);
            });
    }

    // The position is constant along a run and advances along a line.
    static void Walk<V, K>(ref K kernel, nint index, nint length, nint position, nint step)
        where V : struct, ILanes<V, double>
        where K : struct, IChannelStep
    {
        nint i = 0;
        for (; i <= length - V.Count; i += V.Count)
            kernel.Step<V>(index + i, position + i * step);
        if (i < length)
            Rest(ref kernel, index + i, length - i, position + i * step, step);
    }

    // A separate method, because the JIT limits how much it inlines into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Rest<K>(ref K kernel, nint index, nint length, nint position, nint step) where K : struct, IChannelStep
    {
        for (nint i = 0; i < length; i++)
            kernel.Step<Scalar<double>>(index + i, position + i * step);
    }
}
