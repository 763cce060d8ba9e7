using System.Numerics;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>With <c>p = max(0, x − τ)</c> the loss is <c>½‖p − onehot‖² + max(0, τ − x_y)</c>, in which nothing cancels; its slope is <c>p − onehot</c>.</summary>
/// <remarks>τ is found among the scores in order: it is the greatest of <c>(Σ of the k greatest − 1)/k</c>.</remarks>
readonly struct SparsemaxKernel : IRowLoss
{
    public unsafe void Run<T>(RowLossMemory<T> memory, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = checked((int)layout.Length);
        double[] scores = new double[classes], sorted = new double[classes];
        for (nint row = 0; row < layout.Count; row++)
        {
            T* x = memory.X + row * classes;
            double greatest = double.NegativeInfinity;
            for (int c = 0; c < classes; c++)
                greatest = Math.Max(greatest, Real.Wide(x[c]));
            for (int c = 0; c < classes; c++)
                sorted[c] = scores[c] = Real.Wide(x[c]) - greatest;
            int label = (int)memory.Labels[row];
            double threshold = Threshold(sorted), squares = 0;
            Total sum = default;
            for (int c = 0; c < classes; c++)
            {
                double p = c == label ? 0 : Math.Max(0, scores[c] - threshold);
                squares += p * p;
                sum += new Total(p, 0);
            }
            double others = double.IsNaN(threshold) ? threshold : sum.Value;
            memory.Losses[row] = 0.5 * (squares + others * others) + Math.Max(0, threshold - scores[label]);
            for (int c = 0; memory.ByInput != null && c < classes; c++)
                memory.ByInput[row * classes + c] = Real.Of<T>((c == label ? -others : Math.Max(0, scores[c] - threshold)) * memory.ScaleOf(row));
        }
    }

    static double Threshold(Span<double> scores)
    {
        scores.Sort();
        double threshold = double.NegativeInfinity;
        var sum = new Total(-1, 0);
        for (int k = 1; k <= scores.Length; k++)
        {
            sum += new Total(scores[^k], 0);
            threshold = Math.Max(threshold, sum.Value / k);
        }
        return threshold;
    }
}
