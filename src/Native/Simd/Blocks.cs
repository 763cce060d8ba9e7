using System.Numerics;
using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>Runs a kernel over every element: whole vectors of the widest lanes, then scalars for the tail.</summary>
static class Blocks
{
    /// <summary>The elements that a thread processes at a time; fixed, because sums are split at the same positions.</summary>
    public const int Chunk = 1 << 14;

    /// <summary>The elements between two calls of a reader: it divides a chunk and is at most 16 KiB of output.</summary>
    const int Piece = 1 << 11;

    /// <summary>With fewer chunks than this, starting threads costs more than they save.</summary>
    public const int WorthThreads = 4;

    public static void Run<T, K>(K kernel, nint count, Plan plan)
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T> => Run<T, K, Nobody>(kernel, default, count, plan);

    /// <summary>
    /// The same; calls <paramref name="reader"/> after each piece of elements, while its output is still in the L1 cache.
    /// </summary>
    public static void Run<T, K, W>(K kernel, W reader, nint count, Plan plan)
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T>
        where W : struct, IPieceReader
    {
        switch (plan.Width)
        {
            case VectorWidth.Bits512: Run<Lanes512<T>, T, K, W>(kernel, reader, count, plan.Threads); break;
            case VectorWidth.Bits256: Run<Lanes256<T>, T, K, W>(kernel, reader, count, plan.Threads); break;
            case VectorWidth.Bits128: Run<Lanes128<T>, T, K, W>(kernel, reader, count, plan.Threads); break;
            case VectorWidth.Wide: Run<Wide<T>, T, K, Nobody>(kernel, default, count, 1); break;
            default: Run<Scalar<T>, T, K, W>(kernel, reader, count, plan.Threads); break;
        }
    }

    /// <summary>The number of chunks of <paramref name="count"/> elements; the last chunk may be partly filled.</summary>
    public static int Chunks(nint count) => checked((int)((count + Chunk - 1) / Chunk));

    static void Run<V, T, K, W>(K kernel, W reader, nint count, int threads)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T>
        where W : struct, IPieceReader
    {
        int chunks = Chunks(count);
        if (threads > 1 && chunks >= WorthThreads)
            RunThreads<V, T, K, W>(kernel, reader, count, chunks, threads);
        else
            Pieces<V, T, K, W>(ref kernel, ref reader, 0, count);
    }

    static void RunThreads<V, T, K, W>(K kernel, W reader, nint count, int chunks, int threads)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T>
        where W : struct, IPieceReader => Workers.Run(new InChunks<V, T, K, W>(kernel, reader, count), chunks, threads);

    readonly struct InChunks<V, T, K, W>(K kernel, W reader, nint count) : IParts
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T>
        where W : struct, IPieceReader
    {
        readonly K kernel = kernel;
        readonly W reader = reader;
        readonly nint count = count;

        public void Run(int part)
        {
            (K own, W ownReader) = (kernel, reader);
            nint start = (nint)part * Chunk;
            Pieces<V, T, K, W>(ref own, ref ownReader, start, Math.Min(start + Chunk, count));
        }
    }

    static void Pieces<V, T, K, W>(ref K kernel, ref W reader, nint start, nint end)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T>
        where W : struct, IPieceReader
    {
        nint piece = typeof(W) == typeof(Nobody) ? end - start : Piece;
        for (; start < end; start += piece)
        {
            nint last = Math.Min(start + piece, end);
            Range<V, T, K>(ref kernel, start, last);
            reader.Read(start, last);
        }
    }

    static void Range<V, T, K>(ref K kernel, nint start, nint end)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T>
    {
        nint i = start;
        for (; i <= end - V.Count; i += V.Count)
            kernel.Step<V>(i);
        if (i < end)
            Rest<T, K>(ref kernel, i, end);
    }

    // A separate method, because the JIT limits how much it inlines into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Rest<T, K>(ref K kernel, nint start, nint end)
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T>
    {
        for (nint i = start; i < end; i++)
            kernel.Step<Scalar<T>>(i);
    }

    readonly struct Nobody : IPieceReader
    {
        public void Read(nint start, nint end)
        {
        }
    }
}
