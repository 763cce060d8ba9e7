using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Reads rows of predictions and targets, runs a kernel on them, and writes its losses and derivatives.</summary>
readonly unsafe struct RowLossBlocks<T, K>(RowLossBuffers<T> at, K kernel) : IRowKernel
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IRowArithmetic<T>
{
    readonly RowLossBuffers<T> at = at;
    readonly K kernel = kernel;

    public int Scratch => 4;

    public void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>
    {
        nint size = layout.Depth * RowBlocks.Side;
        var parts = new RowParts
        {
            X = scratch,
            Target = scratch + size,
            Weight = scratch + 2 * size,
            Spare = scratch + 3 * size,
            Layout = layout,
            Labelled = at.Labels != null,
            Derivatives = at.Derivatives,
        };
        RowBlocks.Gather(at.X, layout, first, rows, parts.X, 0);
        Read(at.Target, layout, first, rows, parts.Target, 0);
        Read(at.Weight, layout, first, rows, parts.Weight, 1);
        double* scales = stackalloc double[3 * RowBlocks.Side], offsets = scales + RowBlocks.Side, losses = offsets + RowBlocks.Side;
        for (int lane = 0; lane < RowBlocks.Side; lane++)
        {
            nint row = layout.Split || lane < rows ? layout.Row(first, lane) : first;
            offsets[lane] = layout.Offset(lane);
            scales[lane] = at.ScaleOf(row);
            if (at.Labels != null)
                parts.Target[PositionOf(layout, lane, (nint)at.Labels[row])] = 1;
        }
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            kernel.Rows(parts.From(lane), V.Load(in offsets[lane]), V.Load(in scales[lane])).Store(ref losses[lane]);
        for (int r = 0; r < rows; r++)
            at.Losses[first + r] = losses[r];
        RowBlocks.Scatter(parts.X, layout, first, rows, at.ByInput);
        RowBlocks.Scatter(parts.Target, layout, first, rows, at.ByTarget);
        RowBlocks.Scatter(parts.Weight, layout, first, rows, at.ByWeight);
    }

    // A split row keeps its order in memory, whatever the lane.
    static nint PositionOf(RowLayout layout, int lane, nint c) => layout.Split ? c : c * RowBlocks.Side + lane;

    static void Read(T* source, RowLayout layout, nint first, int rows, double* block, double missing)
    {
        if (source != null)
        {
            RowBlocks.Gather(source, layout, first, rows, block, 0);
            return;
        }
        int size = checked((int)(layout.Depth * RowBlocks.Side)), present = layout.Split ? (int)layout.Length : size;
        new Span<double>(block, present).Fill(missing);
        new Span<double>(block + present, size - present).Clear();
    }
}
