using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>A loss of vectors over short rows, eight at a time.</summary>
/// <param name="at">The buffers.</param>
/// <param name="kernel">The arithmetic.</param>
readonly unsafe struct VectorRows<T, K>(VectorLossBuffers<T> at, K kernel) : IRowKernel
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IVectorLoss<T>
{
    readonly VectorLossBuffers<T> at = at;
    readonly K kernel = kernel;

    public int Scratch => 6;

    public void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>
    {
        nint size = layout.Depth * RowBlocks.Side;
        var parts = new VectorParts
        {
            X = scratch,
            Y = scratch + size,
            Z = scratch + 2 * size,
            ByX = at.ByX == null ? null : scratch + 3 * size,
            ByY = at.ByY == null ? null : scratch + 4 * size,
            ByZ = at.ByZ == null ? null : scratch + 5 * size,
            Length = layout.Length,
        };
        RowBlocks.Gather(at.X, layout, first, rows, parts.X, 0);
        RowBlocks.Gather(at.Y, layout, first, rows, parts.Y, 0);
        if (at.Z != null)
            RowBlocks.Gather(at.Z, layout, first, rows, parts.Z, 0);
        new Span<double>(scratch + 3 * size, checked((int)(3 * size))).Clear();
        double* targets = stackalloc double[4 * RowBlocks.Side], scales = targets + RowBlocks.Side, losses = scales + RowBlocks.Side,
            usual = losses + RowBlocks.Side;
        for (int lane = 0; lane < RowBlocks.Side; lane++)
        {
            nint row = lane < rows ? first + lane : first;
            targets[lane] = at.TargetOf(row);
            scales[lane] = at.ScaleOf(row);
        }
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
        {
            kernel.Rows(parts.From(lane), V.Load(in targets[lane]), V.Load(in scales[lane]), out V mask).Store(ref losses[lane]);
            (mask & V.All(1)).Store(ref usual[lane]);
        }
        RowBlocks.Scatter(parts.ByX, layout, first, rows, at.ByX);
        RowBlocks.Scatter(parts.ByY, layout, first, rows, at.ByY);
        RowBlocks.Scatter(parts.ByZ, layout, first, rows, at.ByZ);
        for (int lane = 0; lane < rows; lane++)
            at.Losses[first + lane] = losses[lane];
        for (int lane = 0; lane < rows; lane++)
            if (usual[lane] == 0)
                Alone(layout, first + lane);
    }

    // Few rows have such numbers, and any of them may need a table of its own.
    void Alone(RowLayout layout, nint row)
    {
        using var derivatives = new VectorDerivatives<T>(layout.Length, at.ByX, at.ByY, at.ByZ);
        at.Row(kernel, derivatives, layout.Length, row, new(VectorWidth.Scalar, 1));
    }
}
