using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>With <c>z = m − x_y + x_j</c> the loss is <c>Σ_{j≠y} w_y·max(0, z)ᵖ</c>; its slope by x_j is <c>w_y·p·zᵖ⁻¹</c> where z &gt; 0, and x_y gets minus their sum.</summary>
readonly unsafe struct MultiMarginRows<T>(ClassMemory<T> at, MultiMargin spec) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ClassMemory<T> at = at;
    readonly double margin = spec.Margin;
    readonly bool squared = spec.P == 2, perClass = spec.PerClass;

    public int Scratch => 1;

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        RowBlocks.Gather(at.X, layout, first, rows, x, double.NegativeInfinity);
        var lanes = ClassLanes.Of(at, layout, first, rows);
        double* rights = stackalloc double[3 * RowBlocks.Side], weights = rights + RowBlocks.Side, losses = weights + RowBlocks.Side;
        for (int lane = 0; lane < RowBlocks.Side; lane++)
        {
            nint label = (nint)lanes.Labels[lane], row = layout.Split || lane < rows ? layout.Row(first, lane) : first;
            rights[lane] = Real.Wide(at.X[layout.Start(row) + label * layout.Inner]);
            weights[lane] = at.WeightOf(label);
        }
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
        {
            V label = V.Load(in lanes.Labels[lane]) - V.Load(in lanes.Offsets[lane]);
            Rows(x + lane, layout, V.Load(in rights[lane]), label, V.Load(in weights[lane]), V.Load(in lanes.Scales[lane])).Store(ref losses[lane]);
        }
        for (int r = 0; r < rows; r++)
            at.Losses[first + r] = losses[r];
        if (at.ByInput != null)
            RowBlocks.Scatter(x, layout, first, rows, at.ByInput);
    }

    /// <summary>Gives losses; leaves slopes in place of the scores.</summary>
    V Rows<V>(double* x, RowLayout layout, V right, V label, V weight, V scale) where V : struct, ILanes<V, double>
    {
        V step = V.All(layout.Step), classes = V.All(perClass ? layout.Length : 1), factor = V.All(squared ? 2 : 1) * weight, share = scale / classes;
        var (loss, slopes) = Slopes(x, layout.Depth, V.All(margin) - right, label, step, factor, share);
        Place(x, layout.Depth, label, step, (V.All(0) - Across.Sum(slopes, layout)) * factor * share);
        return Across.Sum(loss, layout) * weight / classes;
    }

    /// <summary>Writes the slopes of wrong classes; gives the sums of losses and of slopes before the factor.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    (V Loss, V Slopes) Slopes<V>(double* x, nint depth, V gap, V label, V step, V factor, V share) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1), index = zero;
        RunningSum<V, T> loss = RunningSum<V, T>.Zero, sum = loss;
        for (nint place = 0; place < depth * RowBlocks.Side; place += RowBlocks.Side)
        {
            V z = gap + V.Load(in x[place]), active = V.AndNot(z > zero, V.Equal(index, label));
            V slope = V.Select(active, squared ? z : one, zero);
            loss += V.Select(active, squared ? z * z : z, zero);
            sum += slope;
            (slope * factor * share).Store(ref x[place]);
            index += step;
        }
        return (loss.Value, sum.Value);
    }

    /// <summary>Writes the slope of the right class.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Place<V>(double* x, nint depth, V label, V step, V slope) where V : struct, ILanes<V, double>
    {
        V index = V.All(0);
        for (nint place = 0; place < depth * RowBlocks.Side; place += RowBlocks.Side)
        {
            V.Select(V.Equal(index, label), slope, V.Load(in x[place])).Store(ref x[place]);
            index += step;
        }
    }
}
