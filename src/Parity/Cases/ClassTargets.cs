using System.Numerics;
using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using ParityNet.Losses;

namespace ParityNet.Parity.Cases;

/// <summary>Generators of targets of losses over classes.</summary>
static class ClassTargets
{
    /// <summary>Class indices, some of them ignored, or a probability a class where the loss takes them.</summary>
    public static Gen<Operand<T>?> Of<T>(ClassLoss spec, OperandInfo info, nint[] shape, Palette palette) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Gen<Operand<T>?> indices = Indices<T>(spec, shape);
        return info.Kind == OperandKind.NumbersOrIndices && spec is not CrossEntropy { IgnoreIndex: >= 0 }
            ? Gen.Frequency((2, indices), (1, Probabilities<T>(spec, shape, palette)))
            : indices;
    }

    static Gen<Operand<T>?> Indices<T>(ClassLoss spec, nint[] shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = (int)shape[ClassLoss.ClassDimension(shape)];
        nint[] rows = ClassLoss.RowShape(shape);
        long? ignored = spec switch
        {
            CrossEntropy c => c.IgnoreIndex,
            NegativeLogLikelihood n => n.IgnoreIndex,
            _ => null,
        };
        Gen<long> index = Gen.Choose(0, classes - 1).Select(i => (long)i);
        Gen<long> label = ignored is { } skip ? Gen.Frequency((5, index), (1, Gen.Constant(skip))) : index;
        return label.ArrayOf((int)Shape.Count(rows)).Select(data => (Operand<T>?)Tensor.Create(data, rows));
    }

    static Gen<Operand<T>?> Probabilities<T>(ClassLoss spec, nint[] shape, Palette palette) where T : unmanaged, IFloatingPointIeee754<T> =>
        Numbers<T>.Of(palette, [], Domains.Of(spec, "target")).ArrayOf((int)Shape.Count(shape))
            .Select(data => (Operand<T>?)Tensor.Create(data, shape));
}
