using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// Cross-entropy of rows of logits: with targets t the loss is <c>Σ t(lse(x) − x)</c>, d/dx is <c>p·Σt − t</c>.
/// </summary>
/// <remarks>
/// Targets t are the class index (one-hot) or the class probabilities after class weights and label smoothing. <c>lse(x) − x</c> is
/// <c>(max − x) + ln(1 + rest)</c>, a sum of two nonnegative terms. At the maximum, if its target is more than half of Σt, the derivative
/// is computed from <c>rest</c>, without cancellation.
/// </remarks>
readonly unsafe struct CrossEntropyRows<T>(ClassBuffers<T> at, double smoothing) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ClassBuffers<T> at = at;
    readonly double smoothing = smoothing;

    public int Scratch => at.ByWeight == null ? 4 : 5;

    public void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>
    {
        nint size = layout.Depth * RowBlocks.Side;
        double* x = scratch, powers = x + size, q = powers + size, weights = q + size, terms = weights + size;
        RowBlocks.Gather(at.X, layout, first, rows, x, double.NegativeInfinity);
        if (at.Labels == null)
            RowBlocks.Gather(at.Probabilities, layout, first, rows, q, 0);
        if (at.Weight != null)
            at.GatherWeights(layout, weights);
        if (at.ByWeight != null)
            RowBlocks.Gather(at.Probabilities, layout, first, rows, terms, 0);
        var lanes = ClassLanes.Of(at, layout, first, rows);
        double* losses = stackalloc double[RowBlocks.Side];
        for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
        {
            V label = V.Load(in lanes.Labels[lane]), offset = V.Load(in lanes.Offsets[lane]);
            V scale = V.Load(in lanes.Scales[lane]), skip = V.Load(in lanes.Ignored[lane]) > V.All(0);
            Rows(x + lane, powers + lane, q + lane, weights + lane, terms + lane, layout, label, offset, scale, skip).Store(ref losses[lane]);
        }
        for (int r = 0; r < rows; r++)
            at.Losses[first + r] = losses[r];
        if (at.ByInput != null)
            RowBlocks.Scatter(powers, layout, first, rows, at.ByInput);
        if (at.ByTarget != null)
            RowBlocks.Scatter(x, layout, first, rows, at.ByTarget);
        if (at.ByWeight != null)
            RowBlocks.Scatter(terms, layout, first, rows, at.ByWeight);
    }

    /// <summary>
    /// Returns the losses; overwrites the powers with the derivatives with respect to the input, the logits with those with respect to the
    /// target, the probabilities with the targets t, and the terms with the derivatives with respect to the weights.
    /// </summary>
    V Rows<V>(double* x, double* powers, double* q, double* weights, double* terms, RowLayout layout, V label, V offset, V scale, V skip)
        where V : struct, ILanes<V, double>
    {
        var row = RowExponentials<V, T>.Of(x, powers, layout);
        V logSum = row.LogSum;
        var (loss, targets) = Losses(x, q, weights, layout, label, offset, row.Max, logSum);
        if (at.ByInput != null)
            Derivatives(x, powers, q, layout.Depth, row, Across.Sum(targets, layout), scale, skip);
        if (at.ByWeight != null)
            WeightDerivatives(x, terms, layout, row.Max, logSum, scale);
        if (at.ByTarget != null)
            TargetDerivatives(x, weights, layout.Depth, row.Max, logSum, scale);
        return V.Select(skip, V.All(0), Across.Sum(loss, layout));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    (V Loss, V Targets) Losses<V>(double* x, double* q, double* weights, RowLayout layout, V label, V offset, V max, V logSum)
        where V : struct, ILanes<V, double>
    {
        // A class index masks the other classes, whatever their weights; with class probabilities 0·∞ is NaN, as in libtorch.
        bool labelled = at.Labels != null, smooth = smoothing > 0;
        nint length = layout.Length, depth = layout.Depth;
        V step = V.All(layout.Step), keep = V.All(1 - smoothing), spread = V.All(smoothing / length), end = V.All(length), index = offset;
        RunningSum<V, T> loss = RunningSum<V, T>.Zero, even = loss, targets = loss;
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
        {
            V present = index < end, weight = Weight<V>(weights + position), log = max - V.Load(in x[position]) + logSum, target;
            if (labelled)
            {
                V hit = V.Equal(index, label);
                target = hit & (weight * keep);
                loss += hit & (weight * log);
                if (smooth)
                {
                    target = present & (target + weight * spread);
                    even += present & (weight * log);
                }
            }
            else
            {
                target = present & ((V.Load(in q[position]) * keep + spread) * weight);
                loss += present & (target * log);
            }
            targets += target;
            target.Store(ref q[position]);
            index += step;
        }
        V sum = loss.Value;
        return (labelled && smooth ? keep * sum + spread * even.Value : sum, targets.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Derivatives<V>(double* x, double* powers, double* targets, nint depth, RowExponentials<V, T> row, V total, V scale, V skip)
        where V : struct, ILanes<V, double>
    {
        V zero = V.All(0), max = row.Max, sum = row.Sum, inverse = V.All(1) / sum, share = total * (row.Rest / sum),
            finite = V.Abs(total) < V.All(double.PositiveInfinity);
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
        {
            V power = V.Load(in powers[position]), target = V.Load(in targets[position]);
            V p = typeof(T) == typeof(float) ? power * inverse : power / sum;
            V near = V.Equal(V.Load(in x[position]), max) & (target + target > total) & finite;
            V derivative = V.Select(near, total - target - share, p * total - target);
            V.Select(skip, zero, derivative * scale).Store(ref powers[position]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void WeightDerivatives<V>(double* x, double* terms, RowLayout layout, V max, V logSum, V scale) where V : struct, ILanes<V, double>
    {
        V keep = V.All(1 - smoothing), spread = V.All(smoothing / layout.Length);
        for (nint position = 0; position < layout.Depth * RowBlocks.Side; position += RowBlocks.Side)
            ((V.Load(in terms[position]) * keep + spread) * (max - V.Load(in x[position]) + logSum) * scale).Store(ref terms[position]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void TargetDerivatives<V>(double* x, double* weights, nint depth, V max, V logSum, V scale) where V : struct, ILanes<V, double>
    {
        V keep = V.All(1 - smoothing);
        for (nint position = 0; position < depth * RowBlocks.Side; position += RowBlocks.Side)
            ((max - V.Load(in x[position]) + logSum) * (scale * (keep * Weight<V>(weights + position)))).Store(ref x[position]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V Weight<V>(double* weight) where V : struct, ILanes<V, double> => at.Weight == null ? V.All(1) : V.Load(in *weight);
}
