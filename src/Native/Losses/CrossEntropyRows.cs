using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Cross-entropy of rows of logits: with targets t the loss is <c>Σ t(lse(x) − x)</c>, its slope by x <c>p·Σt − t</c>.</summary>
/// <remarks>
/// Targets are what the spec makes of a class index, or of probabilities: weighted and smoothed. <c>lse(x) − x</c> is
/// <c>(max − x) + ln(1 + rest)</c>, two parts of one sign. Where one target nearly is the whole sum, the slope is taken from the rest.
/// </remarks>
readonly unsafe struct CrossEntropyRows<T>(ClassMemory<T> at, double smoothing) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ClassMemory<T> at = at;
    readonly double smoothing = smoothing;

    public int Scratch => 3;

    public void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>
    {
        double* x = scratch, powers = x + layout.Length * RowBlocks.Side, q = powers + layout.Length * RowBlocks.Side;
        RowBlocks.Gather(at.X, layout, first, rows, x);
        if (at.Labels == null)
            RowBlocks.Gather(at.Probabilities, layout, first, rows, q);
        double* losses = stackalloc double[4 * RowBlocks.Side], scales = losses + RowBlocks.Side, labels = scales + RowBlocks.Side, ignored = labels + RowBlocks.Side;
        for (int r = 0; r < RowBlocks.Side; r++)
        {
            long label = r < rows && at.Labels != null ? at.Labels[first + r] : 0;
            (labels[r], ignored[r]) = (label, at.Labels != null && label == at.Ignored ? 1 : 0);
            scales[r] = r < rows ? at.ScaleOf(first + r) : 0;
        }
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
        {
            V skip = V.Load(in ignored[lane]) > V.All(0);
            Rows(x + lane, powers + lane, q + lane, layout.Length, V.Load(in labels[lane]), V.Load(in scales[lane]), skip).Store(ref losses[lane]);
        }
        for (int r = 0; r < rows; r++)
            at.Losses[first + r] = losses[r];
        if (at.ByInput != null)
            RowBlocks.Scatter(powers, layout, first, rows, at.ByInput);
        if (at.ByTarget != null)
            RowBlocks.Scatter(x, layout, first, rows, at.ByTarget);
    }

    /// <summary>Gives losses; leaves slopes by input in place of the powers, slopes by target in place of the logits.</summary>
    V Rows<V>(double* x, double* powers, double* q, nint length, V label, V scale, V skip) where V : struct, ILanes<V, double>
    {
        var row = Exponentials<V, T>.Of(x, powers, length);
        V zero = V.All(0), logSum = row.LogSum, share = row.Rest / row.Sum, inverse = V.All(1) / row.Sum;
        // A class index leaves out the other classes; probabilities of 0 times infinity are NaN, as in libtorch.
        bool all = at.Labels == null || smoothing > 0;
        RunningSum<V, T> loss = RunningSum<V, T>.Zero, targets = loss;
        for (nint c = 0; c < length; c++)
        {
            V target = Target(q, c, length, label), part = target * (row.Max - V.Load(in x[c * RowBlocks.Side]) + logSum);
            loss += all ? part : V.Select(V.Equal(V.All(c), label), part, zero);
            targets += target;
        }
        V total = targets.Value;
        for (nint c = 0; c < length; c++)
        {
            ref double logitPlace = ref x[c * RowBlocks.Side], powerPlace = ref powers[c * RowBlocks.Side];
            V target = Target(q, c, length, label), logit = V.Load(in logitPlace), power = V.Load(in powerPlace);
            V p = typeof(T) == typeof(float) ? power * inverse : power / row.Sum;
            V near = V.Equal(logit, row.Max) & (target + target > total);
            V slope = V.Select(near, total - target - total * share, p * total - target);
            V.Select(skip, zero, slope * scale).Store(ref powerPlace);
            if (at.ByTarget != null)
                ((row.Max - logit + logSum) * scale * V.All((1 - smoothing) * at.WeightOf(c))).Store(ref logitPlace);
        }
        return V.Select(skip, zero, loss.Value);
    }

    /// <summary>What a class counts: its share of the target, smoothed and weighted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V Target<V>(double* q, nint c, nint length, V label) where V : struct, ILanes<V, double>
    {
        V one = V.All(1), share = at.Labels == null ? V.Load(in q[c * RowBlocks.Side]) : V.Equal(V.All(c), label) & one;
        return (share * V.All(1 - smoothing) + V.All(smoothing / length)) * V.All(at.WeightOf(c));
    }
}
