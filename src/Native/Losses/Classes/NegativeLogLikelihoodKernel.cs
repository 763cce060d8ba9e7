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
    /// <summary>The rows that a thread processes at a time: each reads a cache line.</summary>
    const int Chunk = 1 << 11;

    public long Ignored { get; } = spec.IgnoreIndex;

    public bool WeighsMean => true;

    public LogBase Base { get; } = spec.Base;

    public void Run<T>(ClassBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The rows of a chunk are next to each other only without trailing dimensions.
        if (buffers.ByInput != null && layout.Inner != 1)
            new Span<T>(buffers.ByInput, checked((int)(layout.Length * layout.Count))).Clear();
        int chunks = checked((int)((layout.Count + Chunk - 1) / Chunk));
        if (plan.IsWide)
            Rows<Number, T>(buffers, layout, 0, layout.Count);
        else if (plan.Threads > 1 && chunks >= Blocks.WorthThreads)
            Workers.Run(chunks, plan.Threads,
                i => Rows<Scalar<double>, T>(buffers, layout, (nint)i * Chunk, Math.Min((nint)(i + 1) * Chunk, layout.Count)));
        else
            Rows<Scalar<double>, T>(buffers, layout, 0, layout.Count);
    }

    static void Rows<V, T>(ClassBuffers<T> at, RowLayout layout, nint start, nint end)
        where V : struct, ILanes<V, double>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // In registers, which fields of a large structure are not.
        V zero = V.All(0);
        T* x = at.X, weights = at.Weight, byInput = at.ByInput;
        long* labels = at.Labels;
        double* losses = at.Losses;
        long none = at.Ignored;
        if (at.ByInput != null && layout.Inner == 1)
            new Span<T>(at.ByInput + start * layout.Length, checked((int)((end - start) * layout.Length))).Clear();
        for (nint row = start; row < end; row++)
        {
            // Without a branch, because which rows are ignored cannot be predicted.
            bool ignored = labels[row] == none;
            nint label = ignored ? 0 : (nint)labels[row], position = layout.Start(row) + label * layout.Inner;
            V weight = weights == null ? V.All(-1) : -Elements<V, double, T>.Load(weights + label);
            V loss = weight * Elements<V, double, T>.Load(x + position);
            (ignored ? zero : loss).Store(ref losses[row]);
            if (byInput != null && !ignored)
                Elements<V, double, T>.Store(weight * V.All(at.ScaleOf(row)), byInput + position);
        }
    }
}
