using System.Buffers;
using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>Runs a kernel over all rows, a block at a time: eight rows, one per lane, or one long row split over eight lanes.</summary>
/// <remarks>
/// Element c of lane r is at <c>c·Side + r</c>, so a split row keeps its order in memory. A long row always occupies all lanes at once, so
/// that its partial sums are added in a fixed order.
/// </remarks>
static unsafe class RowBlocks
{
    /// <summary>The number of lanes of a block: that of the widest vector of <c>double</c>.</summary>
    public const int Side = 8;

    public static void Run<K>(K kernel, RowLayout layout, Plan plan) where K : struct, IRowKernel
    {
        if (layout.Length == 0 || layout.Count == 0)
            return;
        switch (layout.Split ? VectorWidth.Bits512 : plan.Width)
        {
            case VectorWidth.Bits512: Run<Lanes512<double>, K>(kernel, layout, plan.Threads); break;
            case VectorWidth.Bits256: Run<Lanes256<double>, K>(kernel, layout, plan.Threads); break;
            case VectorWidth.Bits128: Run<Lanes128<double>, K>(kernel, layout, plan.Threads); break;
            case VectorWidth.Wide: Run<Wide<double>, K>(kernel, layout, 1); break;
            default: Run<Scalar<double>, K>(kernel, layout, plan.Threads); break;
        }
    }

    /// <summary>Reads rows into a block.</summary>
    /// <param name="source">The tensor.</param>
    /// <param name="layout">The layout of the rows.</param>
    /// <param name="first">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="block">The block.</param>
    /// <param name="absent">The padding where a lane has no element of a split row.</param>
    public static void Gather<T>(T* source, RowLayout layout, nint first, int rows, double* block, double absent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (layout is { Split: true, Inner: 1 })
        {
            Widen(source + layout.Start(first), block, layout.Length);
            new Span<double>(block + layout.Length, (int)(layout.Depth * Side - layout.Length)).Fill(absent);
            return;
        }
        if (layout.Whole)
        {
            GatherWide(source, layout, first, rows, block);
            return;
        }
        nint step = layout.Step * layout.Inner;
        if (layout.SideBySide(first, rows))
        {
            T* row = source + layout.Start(first);
            for (nint c = 0; c < layout.Length; c++)
                Elements<Lanes512<double>, double, T>.Load(row + c * step).Store(ref block[c * Side]);
            return;
        }
        if (Transposition<T>.Fits(layout, rows))
        {
            Transposition<T>.Gather(source + layout.Start(first), layout.Length, block);
            return;
        }
        for (int lane = 0; lane < Side; lane++)
        {
            nint c = 0, present = layout.Present(lane, rows);
            T* from = source + (present == 0 ? 0 : layout.Start(layout.Row(first, lane)) + layout.Offset(lane) * layout.Inner);
            for (; c < present; c++)
                block[c * Side + lane] = Read(from + c * step);
            // A lane without a row repeats the first row, so that it raises no overflow of its own.
            for (; c < layout.Depth; c++)
                block[c * Side + lane] = present == 0 && !layout.Split ? block[c * Side] : absent;
        }
    }

    /// <summary>
    /// Fills a block with ones, and with zeros where a lane has no element of a split row, so that its sum is the length of the row.
    /// </summary>
    public static void Ones(RowLayout layout, double* block)
    {
        int size = checked((int)(layout.Depth * Side)), present = layout.Split ? (int)layout.Length : size;
        new Span<double>(block, present).Fill(1);
        new Span<double>(block + present, size - present).Clear();
    }

    /// <summary>Writes the rows of a block, rounding once; nothing where there is no destination, since the result is not requested.</summary>
    public static void Scatter<T>(double* block, RowLayout layout, nint first, int rows, T* destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (destination == null)
            return;
        if (layout is { Split: true, Inner: 1 })
        {
            Narrow(block, destination + layout.Start(first), layout.Length);
            return;
        }
        if (layout.Whole)
        {
            ScatterWide(block, layout, first, rows, destination);
            return;
        }
        nint step = layout.Step * layout.Inner;
        if (layout.SideBySide(first, rows))
        {
            T* row = destination + layout.Start(first);
            for (nint c = 0; c < layout.Length; c++)
                Elements<Lanes512<double>, double, T>.Store(Lanes512<double>.Load(in block[c * Side]), row + c * step);
            return;
        }
        if (Transposition<T>.Fits(layout, rows))
        {
            Transposition<T>.Scatter(block, layout.Length, destination + layout.Start(first));
            return;
        }
        for (int lane = 0; lane < Side; lane++)
        {
            nint present = layout.Present(lane, rows);
            T* to = destination + (present == 0 ? 0 : layout.Start(layout.Row(first, lane)) + layout.Offset(lane) * layout.Inner);
            for (nint c = 0; c < present; c++)
                Write(block[c * Side + lane], to + c * step);
        }
    }

    /// <summary>Reads contiguous elements as <c>double</c>.</summary>
    public static void Widen<T>(T* source, double* destination, nint count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint i = 0;
        for (; i <= count - Side; i += Side)
            Elements<Lanes512<double>, double, T>.Load(source + i).Store(ref destination[i]);
        for (; i < count; i++)
            destination[i] = Read(source + i);
    }

    /// <summary>Writes contiguous elements, each rounded once.</summary>
    public static void Narrow<T>(double* source, T* destination, nint count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint i = 0;
        for (; i <= count - Side; i += Side)
            Elements<Lanes512<double>, double, T>.Store(Lanes512<double>.Load(in source[i]), destination + i);
        for (; i < count; i++)
            Write(source[i], destination + i);
    }

    static double Read<T>(T* source) where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float) ? *(float*)source : *(double*)source;

    // Overflows are detected later, in the results.
    static void Write<T>(double value, T* destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
            *(float*)destination = (float)value;
        else
            *(double*)destination = value;
    }

    // Separate methods, so that the rare case is not inlined into the loops of the common one.
    static void GatherWide<T>(T* source, RowLayout layout, nint first, int rows, double* block) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int lane = 0; lane < Side; lane++)
        {
            T* from = source + layout.Start(layout.Row(first, lane < rows ? lane : 0));
            for (nint c = 0; c < layout.Length; c++)
                block[c * Side + lane] = Real.Wide(from[c * layout.Inner]);
        }
    }

    static void ScatterWide<T>(double* block, RowLayout layout, nint first, int rows, T* destination) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int lane = 0; lane < rows; lane++)
        {
            T* to = destination + layout.Start(layout.Row(first, lane));
            for (nint c = 0; c < layout.Length; c++)
                to[c * layout.Inner] = Real.Of<T>(block[c * Side + lane]);
        }
    }

    static void Run<V, K>(K kernel, RowLayout layout, int threads)
        where V : struct, ILanes<V, double>
        where K : struct, IRowKernel
    {
        nint chunk = Math.Max(1, Blocks.Chunk / (layout.RowsTogether * layout.Length)) * layout.RowsTogether;
        int chunks = checked((int)((layout.Count + chunk - 1) / chunk));
        if (threads > 1 && layout.Length * layout.Count >= (nint)Blocks.WorthThreads * Blocks.Chunk && chunks > 1)
            Workers.Run(chunks, threads, i => Range<V, K>(kernel, layout, i * chunk, Math.Min((i + 1) * chunk, layout.Count)));
        else
            Range<V, K>(kernel, layout, 0, layout.Count);
    }

    static void Range<V, K>(K kernel, RowLayout layout, nint start, nint end)
        where V : struct, ILanes<V, double>
        where K : struct, IRowKernel
    {
        double[] rented = ArrayPool<double>.Shared.Rent(checked((int)(layout.Depth * Side * kernel.Scratch + Side)));
        fixed (double* memory = rented)
        {
            // Align to a cache line: otherwise every 512-bit vector would straddle two.
            double* scratch = (double*)((nint)(memory + Side - 1) & -(Side * sizeof(double)));
            for (nint row = start; row < end; row += layout.RowsTogether)
                kernel.Block<V>(layout, row, (int)Math.Min(layout.RowsTogether, end - row), scratch);
        }
        ArrayPool<double>.Shared.Return(rented);
    }
}
