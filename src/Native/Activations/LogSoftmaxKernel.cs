using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>(x − max) − ln Σ</c>, two parts of one sign; pullback <c>g − p·Σ g</c>.</summary>
readonly unsafe struct LogSoftmaxKernel<T>(ActivationMemory<T> at) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationMemory<T> at = at;

    public int Scratch => 3;

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        double* powers = x + layout.Length * RowBlocks.Side, g = powers + layout.Length * RowBlocks.Side;
        RowBlocks.Gather(at.X, layout, first, rows, x);
        if (at.ByInput != null && at.Cotangent == null)
            new Span<double>(g, checked((int)layout.Length * RowBlocks.Side)).Fill(1);
        else if (at.ByInput != null)
            RowBlocks.Gather(at.Cotangent, layout, first, rows, g);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Rows<V>(x + lane, powers + lane, g + lane, layout.Length);
        if (at.Value != null)
            RowBlocks.Scatter(x, layout, first, rows, at.Value);
        if (at.ByInput != null)
            RowBlocks.Scatter(g, layout, first, rows, at.ByInput);
    }

    /// <summary>Leaves values in place of the scores, gradients in place of the cotangents.</summary>
    void Rows<V>(double* x, double* powers, double* g, nint length) where V : struct, ILanes<V, double>
    {
        var row = Exponentials<V, T>.Of(x, powers, length);
        V logSum = row.LogSum;
        for (nint c = 0; c < length * RowBlocks.Side; c += RowBlocks.Side)
            (V.Load(in x[c]) - row.Max - logSum).Store(ref x[c]);
        if (at.ByInput == null)
            return;
        var cotangents = RunningSum<V, T>.Zero;
        for (nint c = 0; c < length * RowBlocks.Side; c += RowBlocks.Side)
            cotangents += V.Load(in g[c]);
        V sum = cotangents.Value;
        for (nint c = 0; c < length * RowBlocks.Side; c += RowBlocks.Side)
            (V.Load(in g[c]) - V.Load(in powers[c]) / row.Sum * sum).Store(ref g[c]);
    }
}
