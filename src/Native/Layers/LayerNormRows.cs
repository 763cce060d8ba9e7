using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Normalizes rows to mean 0 and standard deviation 1, and computes the gradients; all in <c>double</c>.</summary>
/// <remarks>Computed from deviations from the mean, so that a large mean causes no cancellation.</remarks>
/// <param name="at">The buffers.</param>
/// <param name="epsilon">ε, added to the variance.</param>
readonly unsafe struct LayerNormRows<T>(LayerNormBuffers<T> at, double epsilon) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly LayerNormBuffers<T> at = at;
    readonly double epsilon = epsilon;

    public int Scratch => 3;

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        nint size = layout.Depth * RowBlocks.Side;
        double* g = x + size, y = g + size;
        RowBlocks.Gather(at.X, layout, first, rows, x, 0);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Center(x + lane, layout.Depth, Across.Sum(RowSums<T>.Of<V>(x + lane, layout.Depth), layout) / V.All(layout.Length));
        if (layout.Split)
            new Span<double>(x + layout.Length, checked((int)(size - layout.Length))).Clear();
        double* factors = stackalloc double[RowBlocks.Side];
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
        {
            V factor = V.All(1)
                / V.Sqrt(Across.Sum(RowSums<T>.Of<V>(x + lane, x + lane, layout.Depth), layout) / V.All(layout.Length) + V.All(epsilon));
            factor.Store(ref factors[lane]);
            Values(x + lane, at.Weight + lane, at.Bias + lane, y + lane, layout.Depth, factor);
        }
        RowBlocks.Scatter(y, layout, first, rows, at.Value);
        if (at.ByInput == null && at.Terms == null)
            return;
        if (at.Cotangent == null)
            new Span<double>(g, checked((int)size)).Fill(1);
        else
            RowBlocks.Gather(at.Cotangent, layout, first, rows, g, 0);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Back(x + lane, g + lane, at.Weight + lane, y + lane, layout, V.Load(in factors[lane]));
        if (at.Terms != null)
            RowBlocks.Scatter(y, layout, first, rows, at.Terms);
        if (at.ByInput != null)
            RowBlocks.Scatter(g, layout, first, rows, at.ByInput);
    }

    /// <summary>
    /// Overwrites the cotangents with the gradients with respect to x, and writes the terms of the gradient with respect to the weights.
    /// </summary>
    static void Back<V>(double* x, double* g, double* weight, double* terms, RowLayout layout, V factor) where V : struct, ILanes<V, double>
    {
        V length = V.All(layout.Length), average = Across.Sum(Derivatives(x, g, weight, terms, layout.Depth, factor), layout) / length;
        V along = Across.Sum(RowSums<T>.Of<V>(g, x, layout.Depth), layout) * factor * factor / length;
        for (nint position = 0; position < layout.Depth * RowBlocks.Side; position += RowBlocks.Side)
            ((V.Load(in g[position]) - average - V.Load(in x[position]) * along) * factor).Store(ref g[position]);
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
