using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>z = m − x_y + x_j</c> the loss is <c>Σ_{j≠y} w_y·max(0, z)ᵖ</c>; d/dx_j is <c>w_y·p·zᵖ⁻¹</c> where z &gt; 0, and d/dx_y minus
/// their sum.
/// </summary>
readonly unsafe struct MultiMarginRows<T>(ClassBuffers<T> at, MultiMargin spec) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ClassBuffers<T> at = at;
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

    /// <summary>Returns the losses; overwrites the scores with the derivatives.</summary>
    V Rows<V>(double* x, RowLayout layout, V right, V label, V weight, V scale) where V : struct, ILanes<V, double>
    {
        V step = V.All(layout.Step), classes = V.All(perClass ? layout.Length : 1), factor = V.All(squared ? 2 : 1) * weight, share = scale / classes;
        var (loss, derivatives) = Derivatives(x, layout.Depth, V.All(margin) - right, label, step, factor, share);
        Position(x, layout.Depth, label, step, (V.All(0) - Across.Sum(derivatives, layout)) * factor * share);
        return Across.Sum(loss, layout) * weight / classes;
    }

    /// <summary>Writes the derivatives of the wrong classes; returns the sums of the losses and of the unscaled derivatives.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    (V Loss, V Derivatives) Derivatives<V>(double* x, nint depth, V gap, V label, V step, V factor, V share) where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), one = V.All(1), index = zero;
        RunningSum<V, T> loss = RunningSum<V, T>.Zero, sum = loss;
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
        {
            V z = gap + V.Load(in x[position]), active = V.AndNot(z > zero, V.Equal(index, label));
            V derivative = V.Select(active, squared ? z : one, zero);
            loss += V.Select(active, squared ? z * z : z, zero);
            sum += derivative;
            (derivative * factor * share).Store(ref x[position]);
            index += step;
        }
        return (loss.Value, sum.Value);
    }

    /// <summary>Writes the derivative of the right class.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Position<V>(double* x, nint depth, V label, V step, V derivative) where V : struct, ILanes<V, double>
    {
        V index = V.All(0);
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
        {
            V.Select(V.Equal(index, label), derivative, V.Load(in x[position])).Store(ref x[position]);
            index += step;
        }
    }
}
