using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Memory;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The Euclidean norm of the differences of rows, bound to its kernel.</summary>
sealed unsafe class BoundL2Norm<T>(L2Norm spec, Plan plan) : ILoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public LossSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        Tensor<T> input = operands.Input;
        ReadOnlySpan<nint> lengths = input.Lengths;
        int count = checked((int)input.FlattenedLength);
        T[]? byInput = gradients.Contains("input") ? Fresh.Array<T>(count) : null,
            byTarget = gradients.Contains("target") ? Fresh.Array<T>(count) : null;
        var norms = new double[Shape.Count(lengths[..^1])];
        bool reduced = spec.Reduction != Reduction.None;
        var reducing = new Reducing(spec.Reduction, norms.Length, norms.Length, 1);
        ReadOnlySpan<T> weights = cotangent is null ? [] : cotangent.Flat();
        double sum;
        fixed (T* x = input.Flat(), y = operands["target"].Numbers.Flat(), c = reduced ? [] : weights, gx = byInput, gy = byTarget)
        fixed (double* each = norms)
        {
            double scale = reducing.ScaleBy(reduced && !weights.IsEmpty ? Real.Wide(weights[0]) : 1);
            L2NormRows<T>.Run(new() { X = x, Y = y, Cotangent = c, ByInput = gx, ByTarget = gy, Norms = each, Scale = scale },
                RowLayout.Along(lengths, lengths.Length - 1, plan), plan);
            sum = Sums.Run<double, Sequence>(new(each), norms.Length, plan);
        }
        T[] value = reduced ? [Real.Of<T>(reducing.Result(sum))] : Array.ConvertAll(norms, Real.Of<T>);
        return new(Tensor.Create(value, shape.AsSpan()), Wanted.None<T>()
            .With("input", byInput, lengths, lengths).With("target", byTarget, lengths, lengths));
    }

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        Require.Length(target, prediction.Length, nameof(prediction));
        Require.Length<T>(gradient, prediction.Length, nameof(prediction));
        double norm = 0;
        fixed (T* x = prediction, y = target, g = gradient)
            L2NormRows<T>.Run(new() { X = x, Y = y, ByInput = g, Norms = &norm, Scale = 1 }, new(prediction.Length, 1, 1, plan.IsWide), plan);
        return Real.Of<T>(norm);
    }
}
