using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Connectionist temporal classification, bound to its recursions.</summary>
sealed class BoundConnectionistTemporalClassification<T>(ConnectionistTemporalClassification spec, Plan plan) : ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public LossSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public unsafe Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        Tensor<T> logs = operands["log_probs"].Numbers;
        Tensor<long> targets = operands["targets"].Indices;
        ReadOnlySpan<long> steps = operands["input_lengths"].Indices.Flat(), lengths = operands["target_lengths"].Indices.Flat();
        int batch = ConnectionistTemporalClassification.Batch(logs.Lengths);
        T[]? derivatives = gradients.Contains("log_probs") ? new T[logs.FlattenedLength] : null;
        bool reduced = spec.Reduction != Reduction.None, mean = spec.Reduction == Reduction.Mean;
        var losses = new double[batch];
        for (int n = 0; n < batch; n++)
        {
            double divisor = mean ? Math.Max(lengths[n], 1) : 1;
            double weight = cotangent is null ? 1 : Real.Wide(cotangent.Flat()[reduced ? 0 : n]);
            ReadOnlySpan<long> labels = targets.Flat().Slice(ConnectionistTemporalClassification.Start(targets.Lengths, lengths, n), (int)lengths[n]);
            var paths = new Alignments<T>(logs, n, (int)steps[n], labels, spec.Blank, plan);
            bool counts = !(spec.ZeroInfinity && double.IsPositiveInfinity(paths.Loss));
            losses[n] = counts ? (Number)paths.Loss / divisor : 0;
            if (derivatives is not null && counts)
                paths.WriteDerivatives(derivatives, mean ? (Number)weight / (batch * divisor) : weight);
        }
        double sum;
        fixed (double* each = losses)
            sum = Sums.Run<double, Sequence>(new(each), batch, plan);
        T[] value = reduced ? [Real.Of<T>(mean ? (Number)sum / batch : sum)] : Array.ConvertAll(losses, Real.Of<T>);
        return new(Tensor.Create(value, shape.AsSpan()), Wanted.None<T>().With("log_probs", derivatives, logs.Lengths, logs.Lengths));
    }

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        spec.CheckFlat();
        throw new UnreachableException();
    }
}
