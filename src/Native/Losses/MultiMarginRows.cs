using System.Numerics;
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
        RowBlocks.Gather(at.X, layout, first, rows, x);
        double* rights = stackalloc double[5 * RowBlocks.Side], labels = rights + RowBlocks.Side, weights = labels + RowBlocks.Side,
            scales = weights + RowBlocks.Side, losses = scales + RowBlocks.Side;
        for (int r = 0; r < RowBlocks.Side; r++)
        {
            nint label = r < rows ? (nint)at.Labels[first + r] : 0;
            labels[r] = label;
            rights[r] = x[label * RowBlocks.Side + r];
            weights[r] = at.WeightOf(label) / (perClass ? layout.Length : 1);
            scales[r] = r < rows ? at.ScaleOf(first + r) : 0;
        }
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Rows<V>(x + lane, layout.Length, V.Load(in rights[lane]), V.Load(in labels[lane]), V.Load(in weights[lane]), V.Load(in scales[lane]), losses + lane);
        for (int r = 0; r < rows; r++)
            at.Losses[first + r] = losses[r];
        if (at.ByInput != null)
            RowBlocks.Scatter(x, layout, first, rows, at.ByInput);
    }

    /// <summary>Leaves slopes in place of the scores.</summary>
    void Rows<V>(double* x, nint length, V right, V label, V weight, V scale, double* losses) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), gap = V.All(margin) - right, factor = V.All(squared ? 2 : 1) * weight * scale;
        RunningSum<V, T> loss = RunningSum<V, T>.Zero, sum = loss;
        for (nint c = 0; c < length; c++)
        {
            ref double place = ref x[c * RowBlocks.Side];
            V z = gap + V.Load(in place), active = V.AndNot(z > zero, V.Equal(V.All(c), label));
            V slope = V.Select(active, squared ? z : V.All(1), zero);
            loss += V.Select(active, squared ? z * z : z, zero);
            sum += slope;
            (slope * factor).Store(ref place);
        }
        (loss.Value * weight).Store(ref *losses);
        V back = (zero - sum.Value) * factor;
        for (nint c = 0; c < length; c++)
        {
            ref double place = ref x[c * RowBlocks.Side];
            V.Select(V.Equal(V.All(c), label), back, V.Load(in place)).Store(ref place);
        }
    }
}
