using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Connectionist temporal classification, bound to its recursions.</summary>
sealed unsafe class BoundConnectionistTemporalClassification<T>(ConnectionistTemporalClassification spec, Plan plan) : ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public LossSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        Tensor<T> logs = operands["log_probs"].Numbers;
        Tensor<long> targets = operands["targets"].Indices;
        int batch = ConnectionistTemporalClassification.Batch(logs.Lengths);
        T[]? derivatives = gradients.Contains("log_probs") ? Fresh.Array<T>(logs.FlattenedLength) : null;
        bool reduced = spec.Reduction != Reduction.None, mean = spec.Reduction == Reduction.Mean;
        double[] losses = new double[batch], scales = new double[batch];
        long[] starts = new long[batch];
        double sum;
        fixed (long* steps = operands["input_lengths"].Indices.Flat(), lengths = operands["target_lengths"].Indices.Flat(),
            labels = targets.Flat(), from = starts)
        fixed (T* x = logs.Flat(), byX = derivatives)
        fixed (double* each = losses, scale = scales)
        {
            long start = 0;
            for (int n = 0; n < batch; start += targets.Rank == 2 ? targets.Lengths[1] : lengths[n], n++)
            {
                double weight = cotangent is null ? 1 : Real.Wide(cotangent.Flat()[reduced ? 0 : n]);
                starts[n] = start;
                scales[n] = mean ? (Number)weight / (batch * Math.Max((double)lengths[n], 1)) : weight;
            }
            AlignmentBlocks<T>.Run(new()
            {
                X = x,
                ByX = byX,
                Labels = labels,
                Starts = from,
                Steps = steps,
                Lengths = lengths,
                Losses = each,
                Scales = scale,
                MostSteps = (int)logs.Lengths[0],
                Batch = batch,
                Classes = (int)logs.Lengths[^1],
                Blank = spec.Blank,
                ZeroInfinity = spec.ZeroInfinity,
            }, plan);
            for (int n = 0; n < batch; n++)
                losses[n] = spec.ZeroInfinity && double.IsPositiveInfinity(losses[n]) ? 0
                    : mean ? (Number)losses[n] / Math.Max((double)lengths[n], 1) : losses[n];
            sum = Sums.Run<double, Sequence>(new(each), batch, plan);
        }
        T[] value = reduced ? [Real.Of<T>(mean ? (Number)sum / batch : sum)] : Array.ConvertAll(losses, Real.Of<T>);
        return new(Tensor.Create(value, shape.AsSpan()), Wanted.None<T>().With("log_probs", derivatives, logs.Lengths, logs.Lengths));
    }

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        spec.CheckFlat();
        throw new UnreachableException();
    }
}
