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
        var right = new bool[classes];
        var pairs = new long[classes];
        for (nint row = 0; row < layout.Count; row++)
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
