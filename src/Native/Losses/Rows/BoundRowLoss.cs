using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Memory;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>A loss per row bound to its kernel.</summary>
sealed unsafe class BoundRowLoss<T, K>(RowLoss spec, K kernel, Plan plan) : ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IRowLoss
{
    readonly OperandInfo targetInfo = spec.Operands.First(o => o.Name == "target");

    public LossSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        Tensor<T> input = operands.Input;
        Operand<T> target = operands["target"];
        operands.TryNumbers("weight", out Tensor<T>? weight);
        nint[] lengths = input.Lengths.ToArray();
        T[]? Wanting(string name) => gradients.Contains(name) ? Fresh.Array<T>(Shape.Count(lengths)) : null;
        T[]? byInput = Wanting("input"), byTarget = Wanting("target"), byWeight = Wanting("weight");
        bool labelled = targetInfo.IsIndices(target);
        double[] losses = Fresh.Array<double>(Shape.Count(RowLoss.RowShape(lengths)));
        bool reduced = spec.Reduction != Reduction.None;
        double unit = Reducing.Unit(kernel.Base), sum;
        var reducing = new Reducing(spec.Reduction, losses.Length, losses.Length, unit);
        fixed (T* x = input.Flat(), w = weight is null ? [] : weight.FlatBroadcast(lengths))
        fixed (T* y = labelled ? [] : target.Numbers.FlatBroadcast(lengths), c = reduced || cotangent is null ? [] : cotangent.Flat())
        fixed (T* gx = byInput, gy = byTarget, gw = byWeight)
        fixed (long* labels = labelled ? target.Indices.Flat() : [])
        fixed (double* each = losses)
        {
            var buffers = new RowLossBuffers<T>
            {
                X = x,
                Target = y,
                Weight = w,
                Cotangent = c,
                ByInput = gx,
                ByTarget = gy,
                ByWeight = gw,
                Labels = labels,
                Losses = each,
                Scale = reducing.ScaleBy(reduced && cotangent is not null ? Real.Wide(cotangent.Flat()[0]) : 1),
            };
            kernel.Run(buffers, RowLayout.Along(lengths, lengths.Length - 1, plan), plan);
            sum = Sums.Run<double, Sequence>(new(each), losses.Length, plan);
        }
        T[] value = reduced ? [Real.Of<T>(reducing.Result(sum))] : Array.ConvertAll(losses, loss => Real.Of<T>((Number)loss * unit));
        return new(Tensor.Create(value, shape.AsSpan()), Wanted.None<T>().With("input", byInput, lengths, lengths)
            .With("target", byTarget, lengths, target.Lengths).With("weight", byWeight, lengths, weight is null ? [] : weight.Lengths));
    }

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        spec.CheckFlat();
        Require.Length(target, prediction.Length, nameof(prediction));
        Require.Length<T>(gradient, prediction.Length, nameof(prediction));
        Evaluation<T> both = Evaluate(Operands<T>.Of(Flat(prediction), Flat(target)));
        both.Gradients["input"].FlattenTo(gradient);
        return both.Value[0];
    }

    static Tensor<T> Flat(ReadOnlySpan<T> numbers) => Tensor.Create(numbers.ToArray(), [numbers.Length]);
}
