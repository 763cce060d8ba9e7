using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Parity.Cases;

/// <summary>Generators of cases of models.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
static class ModelCases<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly ImmutableArray<LossSpec> Losses =
        [new SquaredError(), new SquaredError(Reduction: Reduction.Sum), new Huber(0.5), new AbsoluteError()];

    /// <summary>Any case of a spec.</summary>
    public static Gen<ModelCase<T>> Of(ModelSpec spec)
    {
        var perceptron = (Perceptron)spec;
        int inputs = perceptron.Widths[0], outputs = perceptron.Widths[^1];
        return
            from rows in Gen.Frequency((perceptron.Normalization == Normalization.Batch ? 0 : 1, Gen.Constant(1)), (6, Gen.Choose(2, 4)))
            from palette in Gen.Frequency((6, Gen.Constant(Palette.Ordinary)), (1, Gen.Constant(Palette.Kinks)), (1, Gen.Constant(Palette.Wide)))
            from input in Tensors([rows, inputs], palette)
            from parameters in Gen.CollectToArray(spec.Parameters, p => Tensors([.. p.Shape], Palette.Ordinary))
            from loss in Gen.Elements(outputs > 1 ? ClassLosses(perceptron) : [.. Losses])
            from target in Target(loss, rows, outputs)
            from buffers in Gen.CollectToArray(spec.Buffers,
                b => Tensors([.. b.Shape], Palette.Ordinary, b.Initial > 0 ? Domain.Positive : Domain.Any))
            from seed in Gen.Choose(0, int.MaxValue)
            select new ModelCase<T>(spec, loss, [.. parameters], input, target, new([.. buffers], spec.DrawMasks<T>(rows, (ulong)seed)));
    }

    static LossSpec[] ClassLosses(Perceptron model) =>
        [new SquaredError(), model.Output is LogSoftmax ? new NegativeLogLikelihood() : new CrossEntropy()];

    static Gen<Operand<T>> Target(LossSpec loss, int rows, int outputs) => loss is ClassLoss
        ? Gen.Choose(0, outputs - 1).ArrayOf(rows).Select(labels => (Operand<T>)Tensor.Create<long>([.. labels.Select(l => (long)l)], [rows]))
        : Tensors([rows, outputs], Palette.Ordinary).Select(t => (Operand<T>)t);

    static Gen<Tensor<T>> Tensors(nint[] shape, Palette palette, Domain domain = Domain.Any) =>
        Numbers<T>.Of(palette, [0, 1], domain).ArrayOf((int)Shape.Count(shape)).Select(data => Tensor.Create(data, shape));
}
