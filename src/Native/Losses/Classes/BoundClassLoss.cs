using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Memory;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>A classification loss bound to its kernel.</summary>
sealed unsafe class BoundClassLoss<T, K>(ClassLoss spec, K kernel, Plan plan) : ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IClassKernel
{
    readonly double unit = Reducing.Unit(kernel.Base);

    public LossSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        Tensor<T> input = operands.Input;
        Operand<T> target = operands["target"];
        var layout = RowLayout.Along(input.Lengths, ClassLoss.ClassDimension(input.Lengths), plan);
        int count = checked((int)input.FlattenedLength);
        T[]? byInput = gradients.Contains("input") ? Fresh.Array<T>(count) : null,
            byTarget = gradients.Contains("target") ? Fresh.Array<T>(count) : null;
        T[]? byWeight = gradients.Contains("weight") ? Fresh.Array<T>(count) : null;
        double[] losses = Fresh.Array<double>(layout.Count);
        bool reduced = spec.Reduction != Reduction.None;
        double divisor, sum;
        fixed (T* x = input.Flat(), w = operands.TryNumbers("weight", out var weight) ? weight.Flat() : [],
            c = reduced || cotangent is null ? [] : cotangent.Flat())
        fixed (T* q = target.IsIndices ? [] : target.Numbers.Flat(), gx = byInput, gq = byTarget, gw = byWeight)
        fixed (long* labels = target.IsIndices ? target.Indices.Flat() : [])
        fixed (double* each = losses)
        {
            var buffers = new ClassBuffers<T>
            {
                X = x,
                Weight = w,
                Probabilities = q,
                Cotangent = c,
                ByInput = gx,
                ByTarget = gq,
                ByWeight = gw,
                Labels = labels,
                Losses = each,
                Ignored = kernel.Ignored,
            };
            divisor = spec.Reduction != Reduction.Mean ? 1 : kernel.WeighsMean && target.IsIndices ? Weights(buffers, layout.Count) : layout.Count;
            // If the weights sum to 0, libtorch computes 0/0.
            buffers.Scale = divisor == 0 ? double.NaN
                : (Number)unit / divisor * (reduced && cotangent is not null ? Real.Wide(cotangent.Flat()[0]) : 1);
            kernel.Run(buffers, layout, plan);
            sum = reduced ? Sums.Run<double, Sequence>(new(each), layout.Count, plan) : 0;
        }
        T[] value = reduced ? [Real.Of<T>(Mean(sum, divisor))] : Array.ConvertAll(losses, loss => Real.Of<T>((Number)loss * unit));
        return new(Tensor.Create(value, shape.AsSpan()), Wanted.None<T>()
            .With("input", byInput, input.Lengths, input.Lengths).With("target", byTarget, input.Lengths, input.Lengths)
            .With("weight", byWeight, input.Lengths, ClassLoss.ClassShape(input.Lengths), byWeight is null ? [] : operands["weight"].Lengths));
    }

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        spec.CheckFlat();
        throw new UnreachableException();
    }

    double Mean(Number sum, double divisor) => divisor != 0 ? sum / divisor * unit : kernel.EmptyMeanIsZero ? 0 : double.NaN;

    static double Weights(ClassBuffers<T> buffers, nint rows)
    {
        if (buffers.Weight == null)
            return rows - new ReadOnlySpan<long>(buffers.Labels, checked((int)rows)).Count(buffers.Ignored);
        Total total = default;
        for (nint row = 0; row < rows; row++)
            if (buffers.Labels[row] != buffers.Ignored)
                total += new Total(buffers.WeightOf((nint)buffers.Labels[row]), 0);
        return total.Value;
    }
}
