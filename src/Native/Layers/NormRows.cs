using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>
/// Normalizes rows to mean 0 and standard deviation 1, or to a root mean square of 1, and computes the gradients; all in <c>double</c>.
/// </summary>
/// <remarks>Computed from deviations from the mean, so that a large mean causes no cancellation.</remarks>
/// <param name="at">The buffers.</param>
/// <param name="epsilon">ε, added to the variance or to the mean square.</param>
/// <param name="centers">Whether the mean is subtracted.</param>
readonly unsafe struct NormRows<T>(NormBuffers<T> at, double epsilon, bool centers) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly NormBuffers<T> at = at;
    readonly double epsilon = epsilon;
    readonly bool centers = centers;

    public int Scratch => 3 + (at.RowWeights == null ? 0 : 1) + (at.RowBiases == null ? 0 : 1);

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        nint size = layout.Depth * RowBlocks.Side;
        double* g = x + size, y = g + size, end = y + size;
        double* weight = OfRows(at.RowWeights, at.Weight, layout, first, rows, ref end);
        double* bias = OfRows(at.RowBiases, at.Bias, layout, first, rows, ref end);
        RowBlocks.Gather(at.X, layout, first, rows, x, 0);
        for (int lane = 0; lane < RowBlocks.Side && centers; lane += V.Count)
            Center(x + lane, layout.Depth, Across.Sum(RowSums<T>.Of<V>(x + lane, layout.Depth), layout) / V.All(layout.Length));
        if (layout.Split && centers)
            new Span<double>(x + layout.Length, checked((int)(size - layout.Length))).Clear();
        double* factors = stackalloc double[RowBlocks.Side];
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
        {
            V factor = V.All(1)
                / V.Sqrt(Across.Sum(RowSums<T>.Of<V>(x + lane, x + lane, layout.Depth), layout) / V.All(layout.Length) + V.All(epsilon));
            factor.Store(ref factors[lane]);
            Values(x + lane, weight + lane, bias + lane, y + lane, layout.Depth, factor);
        }
        RowBlocks.Scatter(y, layout, first, rows, at.Value);
        if (at.ByInput == null && at.Terms == null)
            return;
        if (at.Cotangent == null)
            new Span<double>(g, checked((int)size)).Fill(1);
        else
            RowBlocks.Gather(at.Cotangent, layout, first, rows, g, 0);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Back(x + lane, g + lane, weight + lane, y + lane, layout, V.Load(in factors[lane]));
        if (at.Terms != null)
            RowBlocks.Scatter(y, layout, first, rows, at.Terms);
        if (at.ByInput != null)
            RowBlocks.Scatter(g, layout, first, rows, at.ByInput);
    }

    /// <summary>
    /// Overwrites the cotangents with the gradients with respect to x, and writes the terms of the gradient with respect to the weights.
    /// </summary>
    void Back<V>(double* x, double* g, double* weight, double* terms, RowLayout layout, V factor) where V : struct, ILanes<V, double>
    {
        V length = V.All(layout.Length), total = Derivatives(x, g, weight, terms, layout.Depth, factor);
        V average = centers ? Across.Sum(total, layout) / length : V.All(0);
        V along = Across.Sum(RowSums<T>.Of<V>(g, x, layout.Depth), layout) * factor * factor / length;
        for (nint position = 0; position < layout.Depth * RowBlocks.Side; position += RowBlocks.Side)
            ((V.Load(in g[position]) - average - V.Load(in x[position]) * along) * factor).Store(ref g[position]);
    }

    // The weights or biases of the rows of a block: gathered at the end of the scratch memory where they differ from row to row.
    double* OfRows(T* table, double* common, RowLayout layout, nint first, int rows, ref double* end)
    {
        if (table == null)
            return common;
        double* block = end;
        RowBlocks.Gather(table, layout, first % at.Period, rows, block, 0);
        end += layout.Depth * RowBlocks.Side;
        return block;
    }

    // Loops are separate from calls, which would make every iteration spill its vectors.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static V Derivatives<V>(double* x, double* g, double* weight, double* terms, nint depth, V factor) where V : struct, ILanes<V, double>
    {
        var sum = RunningSum<V, T>.Zero;
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
        {
            V incoming = V.Load(in g[position]), derivative = incoming * V.Load(in weight[position]);
            (incoming * (V.Load(in x[position]) * factor)).Store(ref terms[position]);
            derivative.Store(ref g[position]);
            sum += derivative;
        }
        return sum.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Center<V>(double* x, nint depth, V mean) where V : struct, ILanes<V, double>
    {
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
            (V.Load(in x[position]) - mean).Store(ref x[position]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Values<V>(double* x, double* weight, double* bias, double* y, nint depth, V factor) where V : struct, ILanes<V, double>
    {
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
            (V.Load(in x[position]) * factor * V.Load(in weight[position]) + V.Load(in bias[position])).Store(ref y[position]);
    }
}
