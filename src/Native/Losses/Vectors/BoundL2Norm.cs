using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Memory;
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
        fixed (T* x = input.Flat(), y = operands["target"].Numbers.Flat(), gx = byInput, gy = byTarget)
        fixed (double* each = norms)
        {
            for (int row = 0; row < norms.Length; row++)
            {
                double scale = reducing.ScaleBy(weights.IsEmpty ? 1 : Real.Wide(weights[reduced ? 0 : row]));
                norms[row] = Row(x, y, lengths[^1], row, scale, gx, gy);
            }
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
        fixed (T* x = prediction, y = target, g = gradient)
            return Real.Of<T>(Row(x, y, prediction.Length, 0, 1, g, null));
    }

    double Row(T* x, T* y, nint length, int row, double scale, T* byInput, T* byTarget)
    {
        nint start = row * length;
        double norm = EuclideanNorm.Of<SquaredDifferences<T>>(new(x + start, y + start), length, plan);
        if (byInput != null || byTarget != null)
            Blocks.Run<double, L2NormDerivative<T>>(new(x + start, y + start, norm, scale,
                byInput == null ? null : byInput + start, byTarget == null ? null : byTarget + start), length, plan);
        return norm;
    }
}
