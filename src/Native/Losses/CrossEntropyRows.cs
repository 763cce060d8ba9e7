using System.Numerics;
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
    readonly double keep = 1 - smoothing, spread = smoothing;

    public int Scratch => 3;

    public void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>
    {
        double* x = scratch, powers = x + layout.Length * RowBlocks.Side, t = powers + layout.Length * RowBlocks.Side;
        RowBlocks.Gather(at.X, layout, first, rows, x);
        double* losses = stackalloc double[3 * RowBlocks.Side], scales = losses + RowBlocks.Side, ignored = scales + RowBlocks.Side;
        Targets(layout, first, rows, t, scales, ignored);
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            Rows<V>(x + lane, powers + lane, t + lane, layout.Length, losses + lane, scales + lane, ignored + lane);
        for (int r = 0; r < rows; r++)
            at.Losses[first + r] = losses[r];
        if (at.ByInput != null)
            RowBlocks.Scatter(powers, layout, first, rows, at.ByInput);
        if (at.ByTarget != null)
            RowBlocks.Scatter(x, layout, first, rows, at.ByTarget);
    }

    /// <summary>Fills the block of targets with what each class counts.</summary>
    void Targets(RowLayout layout, nint first, int rows, double* t, double* scales, double* ignored)
    {
        if (at.Probabilities != null)
            RowBlocks.Gather(at.Probabilities, layout, first, rows, t);
        double share = spread / layout.Length;
        for (int r = 0; r < RowBlocks.Side; r++)
        {
            bool present = r < rows;
            long label = present && at.Labels != null ? at.Labels[first + r] : -1;
            ignored[r] = present && at.Labels != null && label == at.Ignored ? 1 : 0;
            scales[r] = present ? at.ScaleOf(first + r) : 0;
            for (nint c = 0; c < layout.Length; c++)
            {
                double* target = t + c * RowBlocks.Side + r;
                double q = at.Labels == null ? *target : c == label ? 1 : 0;
                *target = (keep * q + share) * at.WeightOf(c);
            }
        }
    }

    /// <summary>Leaves slopes by input in place of the powers, slopes by target in place of the logits.</summary>
    void Rows<V>(double* x, double* powers, double* t, nint length, double* losses, double* scales, double* ignored) where V : struct, ILanes<V, double>
    {
        var row = Exponentials<V, T>.Of(x, powers, length);
        V zero = V.All(0), scale = V.Load(in *scales), skip = V.Load(in *ignored) > zero;
        V logSum = row.LogSum, share = row.Rest / row.Sum, inverse = V.All(1) / row.Sum;
        V loss = zero, lost = zero, total = zero;
        for (nint c = 0; c < length * RowBlocks.Side; c += RowBlocks.Side)
        {
            V target = V.Load(in t[c]), surprise = row.Max - V.Load(in x[c]) + logSum;
            // A class index leaves out the other classes; probabilities of 0 times infinity are NaN, as in libtorch.
            V part = at.Labels == null || spread > 0 ? target * surprise : V.Select(V.Equal(target, zero), zero, target * surprise);
            var added = Pair<V>.Sum(loss, part);
            (loss, lost, total) = (added.High, lost + added.Low, total + target);
        }
        // The error of an infinite sum is NaN.
        V.Select(skip, zero, V.Select(V.Equal(lost, lost), loss + lost, loss)).Store(ref *losses);
        for (nint c = 0; c < length * RowBlocks.Side; c += RowBlocks.Side)
        {
            V target = V.Load(in t[c]), logit = V.Load(in x[c]), power = V.Load(in powers[c]);
            V p = typeof(T) == typeof(float) ? power * inverse : power / row.Sum;
            V near = V.Equal(logit, row.Max) & (target + target > total);
            V slope = V.Select(near, total - target - total * share, p * total - target);
            V.Select(skip, zero, slope * scale).Store(ref powers[c]);
            if (at.ByTarget != null)
                ((row.Max - logit + logSum) * scale * V.All(keep * at.WeightOf(c / RowBlocks.Side))).Store(ref x[c]);
        }
    }
}
