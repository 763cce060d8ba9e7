using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>With <c>p = max(0, x − τ)</c> the loss is <c>½‖p − onehot‖² + max(0, τ − x_y)</c>, in which nothing cancels; its slope is <c>p − onehot</c>.</summary>
/// <remarks>τ is found among the scores in order: it is the greatest of <c>(Σ of the k greatest − 1)/k</c>.</remarks>
readonly struct SparsemaxKernel : IRowLoss
{
    public void Run<T>(RowLossMemory<T> memory, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (plan.IsWide)
            Rows<Number, T>(memory, layout);
        else
            Rows<Scalar<double>, T>(memory, layout);
    }

    static unsafe void Rows<V, T>(RowLossMemory<T> memory, RowLayout layout)
        where V : struct, ILanes<V, double>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = checked((int)layout.Length);
        double[] sorted = new double[classes];
        var scores = new V[classes];
        V zero = V.All(0);
        for (nint row = 0; row < layout.Count; row++)
        {
            T* x = memory.X + row * classes;
            double greatest = double.NegativeInfinity;
            for (int c = 0; c < classes; c++)
                greatest = Math.Max(greatest, sorted[c] = Real.Wide(x[c]));
            for (int c = 0; c < classes; c++)
                scores[c] = V.All(sorted[c]) - greatest;
            int label = (int)memory.Labels[row];
            V threshold = Across.Told(Threshold(sorted, V.All(greatest))), squares = zero, scale = V.All(memory.ScaleOf(row));
            var sum = RunningSum<V, double>.Zero;
            for (int c = 0; c < classes; c++)
            {
                V p = c == label ? zero : V.Max(zero, scores[c] - threshold);
                squares += p * p;
                sum += p;
            }
            V others = V.Select(V.IsNaN(threshold), threshold, Across.Told(sum.Value));
            ((squares + others * others) * 0.5 + V.Max(zero, threshold - scores[label])).Store(ref memory.Losses[row]);
            for (int c = 0; memory.ByInput != null && c < classes; c++)
                Elements<V, double, T>.Store((c == label ? -others : V.Max(zero, scores[c] - threshold)) * scale, memory.ByInput + row * classes + c);
        }
    }

    static V Threshold<V>(Span<double> scores, V greatest) where V : struct, ILanes<V, double>
    {
        scores.Sort();
        V threshold = V.All(double.NegativeInfinity);
        RunningSum<V, double> sum = RunningSum<V, double>.Zero + V.All(-1);
        for (int k = 1; k <= scores.Length; k++)
        {
            sum += V.All(scores[^k]) - greatest;
            threshold = V.Max(threshold, sum.Value / V.All(k));
        }
        return threshold;
    }
}
