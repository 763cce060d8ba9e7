using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Parity.Cases;

/// <summary>Generators of arguments for losses and activations.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
static class FunctionCases<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly Gen<Palette> Palettes = Gen.Frequency(
        (8, Gen.Constant(Palette.Ordinary)), (4, Gen.Constant(Palette.Wide)), (6, Gen.Constant(Palette.Kinks)),
        (3, Gen.Constant(Palette.Tiny)), (4, Gen.Constant(Palette.Logits)), (3, Gen.Constant(Palette.Special)));

    /// <summary>Any case of a spec.</summary>
    public static Gen<FunctionCase<T>> Of(FunctionSpec spec) => Palettes.SelectMany(palette => Of(spec, palette));

    /// <summary>A case whose numbers are of one palette.</summary>
    public static Gen<FunctionCase<T>> Of(FunctionSpec spec, Palette palette) =>
        from shape in ShapeOf(spec)
        from operands in OperandsOf(spec, shape, palette)
        from weights in Cotangent(spec, operands, palette)
        from strided in Gen.Choose(0, 9)
        select new FunctionCase<T>(spec, strided == 0 ? AllStrided(operands) : operands, Gradients(spec, operands), weights);

    static Gen<nint[]> ShapeOf(FunctionSpec spec) => spec switch
    {
        MultiMargin => Shapes.Scores,
        ClassLoss => Shapes.DeepScores,
        RowActivation row => Shapes.Any.Where(shape => row.DimensionOf(shape.Length) is var d && d >= 0 && d < shape.Length),
        _ => Shapes.Any,
    };

    static Gen<Operands<T>> OperandsOf(FunctionSpec spec, nint[] shape, Palette palette)
    {
        ImmutableArray<double> kinks = Kinks.Of(spec);
        Gen<Operands<T>> all = Gen.Constant(Operands<T>.None);
        // The target comes first: the prediction stands on kinks relative to it.
        foreach (OperandInfo info in spec.Operands.OrderBy(o => o.Name == "input" ? 1 : 0))
            all = all.SelectMany(so => Operand(spec, info, shape, palette, kinks, so).Select(o => o is { } operand ? so.With(info.Name, operand) : so));
        return all;
    }

    static Gen<Operand<T>?> Operand(FunctionSpec spec, OperandInfo info, nint[] shape, Palette palette, ImmutableArray<double> kinks, Operands<T> so) =>
        (spec, info.Name) switch
        {
            (_, "input") => Input(spec, shape, palette, kinks, so),
            (ClassLoss c, "target") => ClassTargets.Of<T>(c, info, shape, palette),
            (ClassLoss, "weight") => Optional(Tensors([shape[ClassLoss.ClassDimension(shape)]], spec, info.Name, palette, kinks)),
            (PReLU, "weight") => Gen.OneOf(Gen.Constant<nint>(1), Gen.Constant(shape.Length >= 2 ? shape[1] : 1)).SelectMany(n => Tensors([n], spec, info.Name, palette, kinks)),
            _ when info.Optional => Optional(Gen.OneOf(Tensors(shape, spec, info.Name, palette, kinks), Tensors([.. shape[^1..]], spec, info.Name, palette, kinks))),
            _ => Broadcasts(spec)
                ? Gen.Frequency((9, Tensors(shape, spec, info.Name, palette, kinks)), (1, Tensors([.. shape[^1..]], spec, info.Name, palette, kinks)))
                : Tensors(shape, spec, info.Name, palette, kinks),
        };

    // libtorch refuses to broadcast where a probability would be repeated.
    static bool Broadcasts(FunctionSpec spec) => spec is ElementLoss and not (BinaryCrossEntropy or BinaryCrossEntropyWithLogits);

    static Gen<Operand<T>?> Tensors(nint[] shape, FunctionSpec spec, string name, Palette palette, ImmutableArray<double> kinks) =>
        Numbers<T>.Of(Domains.Of(spec, name) == Domain.NotNegative ? Tame(palette) : palette, kinks, Domains.Of(spec, name)).ArrayOf((int)Shape.Count(shape))
            .Select(data => (Operand<T>?)Tensor.Create(data, shape));

    static Gen<Operand<T>?> Optional(Gen<Operand<T>?> given) => Gen.Frequency((1, Gen.Constant<Operand<T>?>(null)), (1, given));

    static Gen<Operand<T>?> Input(FunctionSpec spec, nint[] shape, Palette palette, ImmutableArray<double> kinks, Operands<T> so)
    {
        Gen<Operand<T>?> free = Tensors(shape, spec, "input", palette, kinks);
        if (palette != Palette.Kinks || Domains.Of(spec, "input") != Domain.Any)
            return free;
        // Sums with the target, or with a neighbour in the row, put differences on the kinks themselves.
        T[]? centre = so.Has("target") && so["target"] is { IsIndices: false } target && target.Numbers.FlattenedLength == Shape.Count(shape)
            ? target.Numbers.Flat().ToArray()
            : null;
        return free.SelectMany(o => Gen.CollectToArray(Enumerable.Range(0, (int)o!.Value.Numbers.FlattenedLength),
            i => Placed(o.Value.Numbers.Flat()[i], centre is null ? o.Value.Numbers.Flat()[0] : centre[i], kinks)))
            .Select(data => (Operand<T>?)Tensor.Create(data, shape));
    }

    static Gen<T> Placed(T free, T centre, ImmutableArray<double> kinks) => Gen.Frequency(
        (2, Gen.Constant(free)),
        (2, from kink in Gen.Elements<double>([.. kinks])
            from sign in Gen.Elements(-1.0, 1.0)
            from number in Numbers<T>.Near(centre + ElementType.Round<T>(sign * kink))
            select number));

    static Gen<Tensor<T>?> Cotangent(FunctionSpec spec, Operands<T> operands, Palette palette)
    {
        nint[] shape = [.. spec.Check(operands)];
        return Gen.Frequency(
            (1, Gen.Constant<Tensor<T>?>(null)),
            (1, Numbers<T>.Of(Tame(palette), [0, 1]).ArrayOf((int)Shape.Count(shape)).Select(data => (Tensor<T>?)Tensor.Create(data, shape))));
    }

    // Under a subnormal weight or cotangent every order of the factors rounds differently, and an infinite one leaves NaN; neither shows more.
    static Palette Tame(Palette palette) => palette is Palette.Special or Palette.Tiny or Palette.Kinks ? Palette.Ordinary : palette;

    static ImmutableArray<string> Gradients(FunctionSpec spec, Operands<T> operands) =>
        [.. spec.Operands.Where(o => o.Differentiable && operands.Has(o.Name) && !operands[o.Name].IsIndices).Select(o => o.Name)];

    static Operands<T> AllStrided(Operands<T> operands) => operands.Names.Where(name => !operands[name].IsIndices)
        .Aggregate(operands, (all, name) => all.With(name, Strided.Of(all[name].Numbers)));
}
