using System.Buffers;
using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// 1/C times the sum of <c>max(0, 1 − x_y + x_j)</c> over right classes y and wrong classes j; derivatives count the positive pairs.
/// </summary>
readonly struct MultilabelMarginKernel : IRowLoss
{
    public unsafe void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = checked((int)layout.Length);
        nint some = Math.Max(1, Blocks.Chunk / (nint)classes);
        int parts = checked((int)((layout.Count + some - 1) / some));
        if (plan.IsWide)
            Wide(buffers, classes, layout.Count);
        else if (plan.Threads > 1 && layout.Count * classes >= (nint)Blocks.WorthThreads * Blocks.Chunk && parts > 1)
            Workers.Run(parts, plan.Threads, i => Rows(buffers, classes, i * some, Math.Min((i + 1) * some, layout.Count)));
        else
            Rows(buffers, classes, 0, layout.Count);
    }

    // The classes of a row are split over the lanes of the widest vectors, so that its sum has one order.
    static unsafe void Rows<T>(RowLossBuffers<T> at, int classes, nint start, nint end) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int padded = (classes + RowBlocks.Side - 1) / RowBlocks.Side * RowBlocks.Side;
        double[] rented = ArrayPool<double>.Shared.Rent(3 * padded);
        fixed (double* scores = rented)
        {
            double* wrong = scores + padded, pairs = wrong + padded;
            new Span<double>(scores, padded).Fill(double.NegativeInfinity);
            for (nint row = start; row < end; row++)
            {
                RowBlocks.Widen(at.X + row * classes, scores, classes);
                new Span<double>(scores, padded).CopyTo(new(wrong, padded));
                new Span<double>(pairs, padded).Clear();
                ReadOnlySpan<long> listed = MultilabelMargin.Listed(new(at.Labels + row * classes, classes));
                foreach (long y in listed)
                    wrong[y] = double.NegativeInfinity;
                RunningSum<Lanes512<double>, T> loss = RunningSum<Lanes512<double>, T>.Zero;
                foreach (long y in listed)
                    loss = Pairs(loss, Lanes512<double>.All(1 - scores[y]), wrong, pairs, padded, (int)y);
                at.Losses[row] = (typeof(T) == typeof(float) ? Across.Sum(loss.Value) : loss.Total) / classes;
                if (at.ByInput == null)
                    continue;
                double scale = at.ScaleOf(row);
                for (int j = 0; j < padded; j += RowBlocks.Side)
                    (Lanes512<double>.Load(in pairs[j]) * scale / Lanes512<double>.All(classes)).Store(ref pairs[j]);
                RowBlocks.Narrow(pairs, at.ByInput + row * classes, classes);
            }
        }
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Adds the losses of a right class and the wrong ones, and counts the pairs of each.</summary>
    static unsafe RunningSum<Lanes512<double>, T> Pairs<T>(
        RunningSum<Lanes512<double>, T> loss, Lanes512<double> gap, double* wrong, double* pairs, int padded, int right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Lanes512<double> zero = Lanes512<double>.All(0), one = Lanes512<double>.All(1), count = zero;
        for (int j = 0; j < padded; j += RowBlocks.Side)
        {
            Lanes512<double> z = gap + Lanes512<double>.Load(in wrong[j]), active = z > zero, pair = active & one;
            loss += active & z;
            count += pair;
            (Lanes512<double>.Load(in pairs[j]) + pair).Store(ref pairs[j]);
        }
        pairs[right] -= Across.Sum(count);
        return loss;
    }

    static unsafe void Wide<T>(RowLossBuffers<T> buffers, int classes, nint count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var right = new bool[classes];
        var pairs = new long[classes];
        for (nint row = 0; row < count; row++)
        {
            T* x = buffers.X + row * classes;
            Array.Clear(right);
            Array.Clear(pairs);
            ReadOnlySpan<long> listed = MultilabelMargin.Listed(new(buffers.Labels + row * classes, classes));
            foreach (long y in listed)
                right[y] = true;
            Total loss = default;
            foreach (long y in listed)
                for (int j = 0; j < classes; j++)
                    if (!right[j] && (Number)1 - Real.Wide(x[y]) + Real.Wide(x[j]) is var z && Number.AnySet(z > 0))
                    {
                        loss += new Total(z, 0);
                        pairs[j]++;
                        pairs[y]--;
                    }
            buffers.Losses[row] = (Number)loss.Value / classes;
            for (int j = 0; buffers.ByInput != null && j < classes; j++)
                buffers.ByInput[row * classes + j] = Real.Of<T>((Number)pairs[j] * buffers.ScaleOf(row) / classes);
        }
    }
}
