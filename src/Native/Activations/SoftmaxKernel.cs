using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>p = e^(x − max)/Σ</c>; pullback <c>p(g − Σ g·p)</c>.</summary>
readonly unsafe struct SoftmaxKernel<T>(ActivationMemory<T> at) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationMemory<T> at = at;

    public int Scratch => 3;

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        double* p = x + layout.Length * RowBlocks.Side, g = p + layout.Length * RowBlocks.Side;
        RowBlocks.Gather(at.X, layout, first, rows, x);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Probabilities<V>(x + lane, p + lane, layout.Length);
        if (at.Value != null)
            RowBlocks.Scatter(p, layout, first, rows, at.Value);
        if (at.ByInput == null)
            return;
        if (at.Cotangent == null)
            new Span<double>(g, checked((int)layout.Length * RowBlocks.Side)).Fill(1);
        else
            RowBlocks.Gather(at.Cotangent, layout, first, rows, g);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Pull<V>(p + lane, g + lane, layout.Length);
        RowBlocks.Scatter(g, layout, first, rows, at.ByInput);
    }

    static void Probabilities<V>(double* x, double* p, nint length) where V : struct, ILanes<V, double>
    {
        V sum = Exponentials<V, T>.Of(x, p, length).Sum, inverse = V.All(1) / sum;
        for (nint c = 0; c < length * RowBlocks.Side; c += RowBlocks.Side)
        {
            V power = V.Load(in p[c]);
            (typeof(T) == typeof(float) ? power * inverse : power / sum).Store(ref p[c]);
        }
    }

    static void Pull<V>(double* p, double* g, nint length) where V : struct, ILanes<V, double>
    {
        var products = RunningSum<V, T>.Zero;
        for (nint c = 0; c < length * RowBlocks.Side; c += RowBlocks.Side)
            products += V.Load(in p[c]) * V.Load(in g[c]);
        V dot = products.Value;
        for (nint c = 0; c < length * RowBlocks.Side; c += RowBlocks.Side)
            (V.Load(in p[c]) * (V.Load(in g[c]) - dot)).Store(ref g[c]);
    }
}
