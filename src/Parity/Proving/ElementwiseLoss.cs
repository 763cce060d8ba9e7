using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Proving;

/// <summary>A loss defined by a function of one element: sums accumulate in double, and the mean multiplies by 1/N.</summary>
/// <param name="spec">The spec, which says how elements are reduced.</param>
/// <param name="element">The loss of one element and its derivative.</param>
/// <param name="values">What gives the value where it is not yours; null where it is.</param>
sealed class ElementwiseLoss<T>(
    ElementLoss spec, Func<T, T, ValueAndDerivative<T>> element, Func<Operands<T>, ImmutableArray<nint>, Tensor<T>>? values = null) : ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public LossSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        ReadOnlySpan<nint> from = operands.Input.Lengths;
        nint[] common = Shape.Broadcast(from, operands["target"].Lengths)!;
        T[] x = operands.Input.FlatBroadcast(common).ToArray(), y = operands["target"].Numbers.FlatBroadcast(common).ToArray();
        ValueAndDerivative<T>[] each = [.. x.Select((_, i) => element(x[Math.Min(i, x.Length - 1)], y[Math.Min(i, y.Length - 1)]))];
        if (Shape.Count(common) != each.Length)
            each = [.. Enumerable.Range(0, (int)Shape.Count(common))
                .Select(i => element(x[Math.Min(i, x.Length - 1)], y[Math.Min(i, y.Length - 1)]))];
        T scale = spec.Reduction switch
        {
            Reduction.Mean => T.One / T.CreateChecked(each.Length),
            Reduction.BatchMean => T.One / T.CreateChecked(common[0]),
            _ => T.One,
        };
        bool none = spec.Reduction == Reduction.None;
        T[] weights = cotangent is null ? [T.One] : cotangent.Flat().ToArray();
        T[] derivatives =
            [.. each.Select((e, i) => e.Derivative * ((none && weights.Length > i ? weights[i] : weights.Length > 0 ? weights[0] : T.One) * scale))];
        double sum = each.Sum(e => double.CreateChecked(e.Value));
        Tensor<T> value = values is not null ? values(operands, shape) : none
            ? Tensor.Create([.. each.Select(e => e.Value)], common)
            : Tensor.Create(
                [T.CreateTruncating(spec.Reduction == Reduction.Sum ? sum : sum / (spec.Reduction == Reduction.Mean ? each.Length : common[0]))]);
        if (gradients is { Count: 0 })
            return new(value, ImmutableDictionary<string, Tensor<T>>.Empty);
        return new(value, ImmutableDictionary<string, Tensor<T>>.Empty.Add("input", TensorData.SumTo<T>(derivatives, common, from)));
    }

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        Evaluation<T> result = Evaluate(Operands<T>.Of(Tensor.Create(prediction.ToArray()), Tensor.Create(target.ToArray())));
        result.Gradients["input"].Flat().CopyTo(gradient);
        return result.Value.Flat()[0];
    }
}
