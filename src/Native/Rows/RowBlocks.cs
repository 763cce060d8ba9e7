using System.Buffers;
using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>Runs a kernel over all rows, a block of them at a time: element c of row r of a block stands at <c>c·Side + r</c>.</summary>
static unsafe class RowBlocks
{
    /// <summary>The rows of a block: the lanes of the widest vector of <c>double</c>.</summary>
    public const int Side = 8;

    public static void Run<K>(K kernel, RowLayout layout, Plan plan) where K : struct, IRowKernel
    {
        if (layout.Length == 0 || layout.Count == 0)
            return;
        switch (plan.Width)
        {
            case VectorWidth.Bits512: Run<Lanes512<double>, K>(kernel, layout, plan.Threads); break;
            case VectorWidth.Bits256: Run<Lanes256<double>, K>(kernel, layout, plan.Threads); break;
            case VectorWidth.Bits128: Run<Lanes128<double>, K>(kernel, layout, plan.Threads); break;
            default: Run<Scalar<double>, K>(kernel, layout, plan.Threads); break;
        }
    }

    /// <summary>Reads rows into a block; rows that are not there are 0.</summary>
    public static void Gather<T>(T* source, RowLayout layout, nint first, int rows, double* block) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int r = 0; r < Side; r++)
        {
            T* from = source + (r < rows ? layout.Start(first + r) : 0);
            for (nint c = 0; c < layout.Length; c++)
                block[c * Side + r] = r < rows ? Real.Wide(from[c * layout.Inner]) : 0;
        }
    }

    /// <summary>Writes the rows of a block, rounding once.</summary>
    public static void Scatter<T>(double* block, RowLayout layout, nint first, int rows, T* destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int r = 0; r < rows; r++)
        {
            T* to = destination + layout.Start(first + r);
            for (nint c = 0; c < layout.Length; c++)
                to[c * layout.Inner] = Real.Of<T>(block[c * Side + r]);
        }
    }

    static void Run<V, K>(K kernel, RowLayout layout, int threads)
        where V : struct, ILanes<V, double>
        where K : struct, IRowKernel
    {
        nint chunk = Math.Max(1, Blocks.Chunk / (Side * layout.Length)) * Side;
        int chunks = checked((int)((layout.Count + chunk - 1) / chunk));
        if (threads > 1 && chunks >= Blocks.WorthThreads)
            Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Range<V, K>(kernel, layout, i * chunk, Math.Min((i + 1) * chunk, layout.Count)));
        else
            Range<V, K>(kernel, layout, 0, layout.Count);
    }

    static void Range<V, K>(K kernel, RowLayout layout, nint start, nint end)
        where V : struct, ILanes<V, double>
        where K : struct, IRowKernel
    {
        double[] rented = ArrayPool<double>.Shared.Rent(checked((int)(layout.Length * Side * kernel.Scratch)));
        fixed (double* scratch = rented)
            for (nint row = start; row < end; row += Side)
                kernel.Block<V>(layout, row, (int)Math.Min(Side, end - row), scratch);
        ArrayPool<double>.Shared.Return(rented);
    }
}
