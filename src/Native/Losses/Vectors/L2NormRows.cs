using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Losses.Distances;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The Euclidean norms of the differences of rows, and their derivatives.</summary>
readonly unsafe struct L2NormRows<T>(L2NormBuffers<T> at) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly L2NormBuffers<T> at = at;

    public int Scratch => 2;

    public static void Run(L2NormBuffers<T> at, RowLayout layout, Plan plan)
    {
        if (!layout.Split && !plan.IsWide)
            RowBlocks.Run(new L2NormRows<T>(at), layout, plan);
        else
            for (nint row = 0; row < layout.Count; row++)
                at.Row(layout.Length, row, plan);
    }

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        nint end = layout.Depth * RowBlocks.Side;
        double* y = x + end, norms = stackalloc double[3 * RowBlocks.Side], scales = norms + RowBlocks.Side, usual = scales + RowBlocks.Side;
        RowBlocks.Gather(at.X, layout, first, rows, x, 0);
        RowBlocks.Gather(at.Y, layout, first, rows, y, 0);
        for (int lane = 0; lane < RowBlocks.Side; lane++)
            scales[lane] = at.ScaleOf(lane < rows ? first + lane : first);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
        {
            V sum = LaneSums<T>.Of<V>(x + lane, y + lane, end, 0, squared: true), norm = V.Sqrt(sum);
            norm.Store(ref norms[lane]);
            (LaneSums<T>.IsUsual(sum) & V.All(1)).Store(ref usual[lane]);
            if (at.ByInput != null || at.ByTarget != null)
                Derivatives(x + lane, y + lane, end, norm, V.Load(in scales[lane]));
        }
        RowBlocks.Scatter(x, layout, first, rows, at.ByInput);
        RowBlocks.Scatter(y, layout, first, rows, at.ByTarget);
        for (int lane = 0; lane < rows; lane++)
            if (usual[lane] != 0)
                at.Norms[first + lane] = norms[lane];
            else
                at.Row(layout.Length, first + lane, new(VectorWidth.Scalar, 1));
    }

    /// <summary>Overwrites the rows with their derivatives.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Derivatives<V>(double* x, double* y, nint end, V norm, V scale) where V : struct, ILanes<V, double>
    {
        V none = V.Equal(norm, V.All(0));
        norm = V.Select(none, V.All(1), norm);
        scale = V.Select(none, V.All(0), scale);
        for (nint position = 0; position < end; position += RowBlocks.Side)
        {
            V r = V.Load(in x[position]) - V.Load(in y[position]), derivative = r / norm * scale;
            derivative.Store(ref x[position]);
            (-derivative).Store(ref y[position]);
        }
    }
}
