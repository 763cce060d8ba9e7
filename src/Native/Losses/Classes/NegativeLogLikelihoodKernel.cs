using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>−w_y·x_y</c>; its derivative is <c>−w_y</c> at the class y and 0 elsewhere. It reads one element per row, so vectors would not help.
/// </summary>
readonly unsafe struct NegativeLogLikelihoodKernel(NegativeLogLikelihood spec) : IClassKernel
{
    public long Ignored { get; } = spec.IgnoreIndex;

    public bool WeighsMean => true;

    public LogBase Base { get; } = spec.Base;

    public void Run<T>(ClassBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (buffers.ByInput != null)
            new Span<T>(buffers.ByInput, checked((int)(layout.Length * layout.Count))).Clear();
        for (nint row = 0; row < layout.Count; row++)
        {
            long label = buffers.Labels[row];
            if (label == buffers.Ignored)
                continue;
            nint position = layout.Start(row) + (nint)label * layout.Inner;
            double weight = buffers.WeightOf((nint)label);
            buffers.Losses[row] = (Number)(-weight) * Real.Wide(buffers.X[position]);
            if (buffers.ByInput != null)
                buffers.ByInput[position] = Real.Of<T>((Number)(-weight) * buffers.ScaleOf(row));
        }
    }
}
