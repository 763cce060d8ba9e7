using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The input and output buffers of a loss of vectors; null for an absent input or an output that is not requested.</summary>
unsafe struct VectorLossBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Y, Z, Targets, Cotangent, ByX, ByY, ByZ;

    /// <summary>The length of each vector: that of the longest, or 1, which broadcasts.</summary>
    public nint LengthX, LengthY, LengthZ;

    public double* Losses;

    /// <summary>The factor of every derivative.</summary>
    public double Scale;

    public readonly double ScaleOf(nint row) => Cotangent == null ? Scale : (Number)Scale * Real.Wide(Cotangent[row]);

    public readonly double TargetOf(nint row) => Targets == null ? 1 : Real.Wide(Targets[row]);

    /// <summary>Computes every row.</summary>
    public readonly void Run<K>(K kernel, nint length, nint count, Plan plan) where K : struct, IVectorLoss<T>
    {
        var layout = new RowLayout(length, 1, count, plan.IsWide);
        bool same = LengthX == length && LengthY == length && (Z == null || LengthZ == length);
        if (kernel.HasLanes && same && !layout.Split && !plan.IsWide)
            RowBlocks.Run(new VectorRows<T, K>(this, kernel), layout, plan);
        else
            OneByOne(this, kernel, length, count, plan);
    }

    /// <summary>Computes one row, and writes its derivatives.</summary>
    public readonly void Row<K>(K kernel, VectorDerivatives<T> derivatives, nint length, nint row, Plan plan) where K : struct, IVectorLoss<T>
    {
        nint start = row * length;
        VectorBuffers<T> from = derivatives.Cleared(new()
        {
            X = X + start,
            Y = Y + start,
            Z = Z == null ? null : Z + start,
            LengthX = LengthX,
            LengthY = LengthY,
            LengthZ = LengthZ,
            Target = TargetOf(row),
        });
        Losses[row] = kernel.Row(from, ScaleOf(row), plan);
        derivatives.Write(row);
    }

    static void OneByOne<K>(VectorLossBuffers<T> at, K kernel, nint length, nint count, Plan plan) where K : struct, IVectorLoss<T>
    {
        nint some = Math.Max(1, Blocks.Chunk / Math.Max(length, 1));
        int parts = checked((int)((count + some - 1) / some));
        if (plan.Threads > 1 && parts > 1 && length * count >= (nint)Blocks.WorthThreads * Blocks.Chunk)
            Workers.Run(parts, plan.Threads, i => Range(at, kernel, length, i * some, Math.Min((i + 1) * some, count), plan with { Threads = 1 }));
        else
            Range(at, kernel, length, 0, count, plan);
    }

    static void Range<K>(VectorLossBuffers<T> at, K kernel, nint length, nint start, nint end, Plan plan) where K : struct, IVectorLoss<T>
    {
        using var derivatives = new VectorDerivatives<T>(length, at.ByX, at.ByY, at.ByZ);
        for (nint row = start; row < end; row++)
            at.Row(kernel, derivatives, length, row, plan);
    }
}
