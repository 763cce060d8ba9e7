using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>p = e^(x − max)/Σ</c>; pullback <c>p(g − Σ g·p)</c>.</summary>
/// <param name="at">The buffers.</param>
/// <param name="negated">Whether x is negated: softmin.</param>
readonly unsafe struct SoftmaxKernel<T>(ActivationBuffers<T> at, bool negated = false) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationBuffers<T> at = at;
    readonly bool negated = negated;

    public int Scratch => 3;

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        double* p = x + layout.Depth * RowBlocks.Side, g = p + layout.Depth * RowBlocks.Side;
        RowBlocks.Gather(at.X, layout, first, rows, x, negated ? double.PositiveInfinity : double.NegativeInfinity);
        if (negated)
            Negate(x, layout.Depth);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Probabilities<V>(x + lane, p + lane, layout);
        if (at.Value != null)
            RowBlocks.Scatter(p, layout, first, rows, at.Value);
        if (at.ByInput == null)
            return;
        if (at.Cotangent == null)
            RowBlocks.Ones(layout, g);
        else
            RowBlocks.Gather(at.Cotangent, layout, first, rows, g, 0);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Pullback<V>(p + lane, g + lane, layout);
        if (negated)
            Negate(g, layout.Depth);
        RowBlocks.Scatter(g, layout, first, rows, at.ByInput);
    }

    static void Negate(double* block, nint depth)
    {
        for (nint position = 0; position < depth * RowBlocks.Side; position += Lanes512<double>.Count)
            (-Lanes512<double>.Load(in block[position])).Store(ref block[position]);
    }

    static void Probabilities<V>(double* x, double* p, RowLayout layout) where V : struct, ILanes<V, double> =>
        Divide(p, layout.Depth, RowExponentials<V, T>.Of(x, p, layout).Sum);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Divide<V>(double* p, nint depth, V sum) where V : struct, ILanes<V, double>
    {
        V inverse = V.All(1) / sum;
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
        {
            V power = V.Load(in p[position]);
            (typeof(T) == typeof(float) ? power * inverse : power / sum).Store(ref p[position]);
        }
    }

    static void Pullback<V>(double* p, double* g, RowLayout layout) where V : struct, ILanes<V, double> =>
        Pullback(p, g, layout.Depth, Across.Sum(RowSums<T>.Of<V>(p, g, layout.Depth), layout));

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Pullback<V>(double* p, double* g, nint depth, V dot) where V : struct, ILanes<V, double>
    {
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
            (V.Load(in p[position]) * (V.Load(in g[position]) - dot)).Store(ref g[position]);
    }
}
