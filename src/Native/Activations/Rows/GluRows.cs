using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>A gated linear unit along short rows, eight of them in the lanes of a block.</summary>
/// <param name="at">The buffers of the whole tensor.</param>
readonly unsafe struct GluRows<T>(ActivationBuffers<T> at) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationBuffers<T> at = at;

    public int Scratch => 2;

    public void Block<V>(RowLayout layout, nint first, int rows, double* x) where V : struct, ILanes<V, double>
    {
        RowLayout half = layout with { Length = layout.Length / 2 };
        nint middle = half.Depth * RowBlocks.Side;
        double* cotangent = x + 2 * middle, value = cotangent + middle;
        RowBlocks.Gather(at.X, layout, first, rows, x, 0);
        if (at.Cotangent != null)
            RowBlocks.Gather(at.Cotangent, half, first, rows, cotangent, 0);
        var buffers = new ActivationBuffers<double>
        {
            X = x,
            Cotangent = at.Cotangent == null ? null : cotangent,
            Value = value,
            ByInput = at.ByInput == null ? null : x,
        };
        var step = new GluStep<T, double>(buffers, 0, middle);
        for (nint position = 0; position < middle; position += V.Count)
            step.Step<V>(position);
        if (at.Value != null)
            RowBlocks.Scatter(value, half, first, rows, at.Value);
        if (at.ByInput != null)
            RowBlocks.Scatter(x, layout, first, rows, at.ByInput);
    }
}
