using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>p = max(0, x − τ)</c> the loss is <c>½‖p − onehot‖² + max(0, τ − x_y)</c>, free of cancellation; its derivative is
/// <c>p − onehot</c>.
/// </summary>
/// <remarks>τ is found from the sorted scores: it is the maximum over k of <c>(Σ of the k largest − 1)/k</c>.</remarks>
readonly struct SparsemaxKernel : IRowLoss
{
    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (plan.IsWide)
            Rows<Number, T>(buffers, layout);
        else
            Rows<Scalar<double>, T>(buffers, layout);
    }

    static unsafe void Rows<V, T>(RowLossBuffers<T> buffers, RowLayout layout)
        where V : struct, ILanes<V, double>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = checked((int)layout.Length);
        double[] sorted = new double[classes];
        var scores = new V[classes];
        V zero = V.All(0);
        for (nint row = 0; row < layout.Count; row++)
        {
            T* x = buffers.X + row * classes;
            double largest = double.NegativeInfinity;
            for (int c = 0; c < classes; c++)
                largest = Math.Max(largest, sorted[c] = Real.Wide(x[c]));
            for (int c = 0; c < classes; c++)
                scores[c] = V.All(sorted[c]) - largest;
            int label = (int)buffers.Labels[row];
            V threshold = Across.Told(Threshold(sorted, V.All(largest))), squares = zero, scale = V.All(buffers.ScaleOf(row));
            var sum = RunningSum<V, double>.Zero;
            for (int c = 0; c < classes; c++)
            {
                V p = c == label ? zero : V.Max(zero, scores[c] - threshold);
                squares += p * p;
                sum += p;
            }
            V others = V.Select(V.IsNaN(threshold), threshold, Across.Told(sum.Value));
            ((squares + others * others) * 0.5 + V.Max(zero, threshold - scores[label])).Store(ref buffers.Losses[row]);
            for (int c = 0; buffers.ByInput != null && c < classes; c++)
                Elements<V, double, T>.Store((c == label ? -others : V.Max(zero, scores[c] - threshold)) * scale,
                    buffers.ByInput + row * classes + c);
        }
    }

    static V Threshold<V>(Span<double> scores, V largest) where V : struct, ILanes<V, double>
    {
        scores.Sort();
        V threshold = V.All(double.NegativeInfinity);
        RunningSum<V, double> sum = RunningSum<V, double>.Zero + V.All(-1);
        for (int k = 1; k <= scores.Length; k++)
        {
            sum += V.All(scores[^k]) - largest;
            threshold = V.Max(threshold, sum.Value / V.All(k));
        }
        return threshold;
    }
}
