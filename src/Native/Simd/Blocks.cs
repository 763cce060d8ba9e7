using System.Numerics;
using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>Runs a kernel over every element: widest lanes first, scalars for what is left.</summary>
static class Blocks
{
    /// <summary>Elements a thread takes at a time; fixed, because sums are split at the same positions.</summary>
    public const int Chunk = 1 << 14;

    /// <summary>Elements that a reader hears of at a time: a chunk's divisor, of which no more than 16 KiB are written.</summary>
    const int Piece = 1 << 11;

    /// <summary>Below so many chunks, starting threads costs more than they save.</summary>
    public const int WorthThreads = 16;

    public static void Run<T, K>(K kernel, nint count, Plan plan)
        where T : unmanaged, IFloatingPointIeee754<T>
        where K : struct, IStep<T> => Run<T, K, Nobody>(kernel, default, count, plan);

    /// <summary>The same; <paramref name="reader"/> hears of a piece of elements when it is done, while what was written is still in the first cache.</summary>
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

    /// <summary>The chunks that <paramref name="count"/> elements fill, the last one perhaps in part.</summary>
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
        where W : struct, IPieceReader =>
        Workers.Run(chunks, threads, chunk =>
        {
            (K own, W ownReader) = (kernel, reader);
            nint start = (nint)chunk * Chunk;
            Pieces<V, T, K, W>(ref own, ref ownReader, start, Math.Min(start + Chunk, count));
        });

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

    // A method of its own, because the compiler inlines only so much into one.
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
