using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Native.Tests.Losses;

/// <summary>Arguments that a loss takes, in every combination of its optional ones.</summary>
static class LossCases
{
    static readonly nint[][] Shapes = [[0], [1], [3], [17], [64], [65], [131], [5, 7], [2, 3, 4], [9, 10], [1, 33], [16, 8], [3, 600]];

    public static IEnumerable<Operands<T>> Of<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ulong seed = 1;
        foreach (nint[] shape in Shapes)
            foreach (Operands<T> operands in Of<T>(spec, shape, seed++))
                yield return operands;
    }

    public static IEnumerable<Operands<T>> Of<T>(LossSpec spec, nint[] shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var numbers = new Numbers<T>(seed);
        if (spec is ClassLoss classes)
            return shape[ClassLoss.ClassDimension(shape)] == 0 || (spec is MultiMargin && shape.Length > 2) ? [] : Classes(classes, shape, numbers);
        Operands<T> plain = spec is BinaryCrossEntropy
            ? Operands<T>.Of(numbers.Probabilities(shape), numbers.Probabilities(shape))
            : Operands<T>.Of(numbers.Mixed(shape), spec is KullbackLeibler { LogTarget: false } ? numbers.Probabilities(shape) : numbers.Mixed(shape));
        return [plain, .. spec.Operands.Where(o => o.Optional).Select(o => plain.With(o.Name, numbers.Probabilities(shape)))];
    }

    static IEnumerable<Operands<T>> Classes<T>(ClassLoss spec, nint[] shape, Numbers<T> numbers) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = (int)shape[ClassLoss.ClassDimension(shape)];
        Tensor<T> scores = numbers.Mixed(shape), weight = numbers.Probabilities(count);
        Operands<T> labelled = Operands<T>.Of(scores, numbers.Labels(count, ClassLoss.RowShape(shape)));
        yield return labelled;
        yield return labelled.With("weight", weight);
        if (spec is not CrossEntropy { IgnoreIndex: < 0 })
            yield break;
        yield return Operands<T>.Of(scores, numbers.Probabilities(shape));
        yield return Operands<T>.Of(scores, numbers.Probabilities(shape)).With("weight", weight);
    }

    /// <summary>The arguments that can be differentiated by.</summary>
    public static string[] Gradients<T>(LossSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. spec.Operands.Where(o => o.Differentiable && operands.Has(o.Name) && !operands[o.Name].IsIndices).Select(o => o.Name)];
}
