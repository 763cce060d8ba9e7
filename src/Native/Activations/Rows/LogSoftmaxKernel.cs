using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>(x − max) − ln Σ</c>, a sum of two nonpositive terms; pullback <c>g − p·Σ g</c>.</summary>
readonly unsafe struct LogSoftmaxKernel<T>(ActivationBuffers<T> at) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationBuffers<T> at = at;

    public int Scratch => 3;

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        double* powers = x + layout.Depth * RowBlocks.Side, g = powers + layout.Depth * RowBlocks.Side;
        RowBlocks.Gather(at.X, layout, first, rows, x, double.NegativeInfinity);
        if (at.ByInput != null && at.Cotangent == null)
            RowBlocks.Ones(layout, g);
        else if (at.ByInput != null)
            RowBlocks.Gather(at.Cotangent, layout, first, rows, g, 0);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Rows<V>(x + lane, powers + lane, g + lane, layout);
        if (at.Value != null)
            RowBlocks.Scatter(x, layout, first, rows, at.Value);
        if (at.ByInput != null)
            RowBlocks.Scatter(g, layout, first, rows, at.ByInput);
    }

    /// <summary>Overwrites the logits with the values and the cotangents with the gradients.</summary>
    void Rows<V>(double* x, double* powers, double* g, RowLayout layout) where V : struct, ILanes<V, double>
    {
        var row = RowExponentials<V, T>.Of(x, powers, layout);
        Values(x, layout.Depth, row.Max, row.LogSum);
        if (at.ByInput != null)
            Pullback(powers, g, layout.Depth, row.Sum, Across.Sum(RowSums<T>.Of<V>(g, layout.Depth), layout));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Values<V>(double* x, nint depth, V max, V logSum) where V : struct, ILanes<V, double>
    {
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
            (V.Load(in x[position]) - max - logSum).Store(ref x[position]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Pullback<V>(double* powers, double* g, nint depth, V sum, V total) where V : struct, ILanes<V, double>
    {
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
            (V.Load(in g[position]) - V.Load(in powers[position]) / sum * total).Store(ref g[position]);
    }
}
