using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using ParityNet.Losses;

namespace ParityNet.Parity.Cases;

/// <summary>Generators of cases of losses, activations and layers.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
static class FunctionCases<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    // The weight of an argument's usual shape, relative to 1 for each other shape.
    const int Usual = 9;

    // The dimensions of short cases are at most as long.
    const int LongVector = 33;

    static readonly Gen<Palette> Palettes = Gen.Frequency(
        (8, Gen.Constant(Palette.Ordinary)), (4, Gen.Constant(Palette.Wide)), (6, Gen.Constant(Palette.Kinks)),
        (3, Gen.Constant(Palette.Tiny)), (4, Gen.Constant(Palette.Logits)), (3, Gen.Constant(Palette.Special)));

    // One odd number decides the whole of a long row, and says nothing of the others.
    static readonly Gen<Palette> Even = Gen.Frequency(
        (8, Gen.Constant(Palette.Ordinary)), (1, Gen.Constant(Palette.Wide)), (3, Gen.Constant(Palette.Kinks)), (2, Gen.Constant(Palette.Logits)));

    // Rows longer than this are drawn once an op and type, so that each of their numbers has to count.
    const int Usually = 257;

    /// <summary>Any case of a spec.</summary>
    public static Gen<FunctionCase<T>> Of(FunctionSpec spec) => Palettes.SelectMany(palette => Of(spec, palette));

    /// <summary>A case whose numbers come from one palette.</summary>
    public static Gen<FunctionCase<T>> Of(FunctionSpec spec, Palette palette) => Of(spec, ShapeOf(spec), palette);

    static Gen<FunctionCase<T>> Of(FunctionSpec spec, Gen<nint[]> shapes, Palette palette) =>
        from shape in shapes
        from operands in OperandsOf(spec, shape, palette)
        from weights in Cotangent(spec, operands, palette)
        from strided in Gen.Choose(0, 9)
        select new FunctionCase<T>(spec, strided == 0 ? AllStrided(operands) : operands, Gradients(spec, operands), weights);

    /// <summary>A case with a long dimension, of which a sample is judged; null for an op whose arguments cannot be long.</summary>
    public static Gen<FunctionCase<T>>? Long(FunctionSpec spec, int length, CaseOrigin? origin)
    {
        (FunctionSpec Of, nint[] Shape)[] all = [.. new[] { spec, spec.WithRows(length) }.Distinct()
            .SelectMany(one => LongShapes.Of(one, length).Select(shape => (one, shape)))];
        if (all.Length == 0)
            return null;
        return from drawn in Gen.Elements(all)
               from palette in drawn.Of.IsElementwise ? Palettes : length > Usually ? Gen.Constant(Palette.Ordinary) : Even
               from @case in Of(drawn.Of, Gen.Constant(drawn.Shape), palette)
               select new FunctionCase<T>(drawn.Of, @case.Operands, @case.Gradients, @case.Cotangent) { IsSampled = true, Origin = origin };
    }

    static Gen<nint[]> ShapeOf(FunctionSpec spec) =>
        Shapes.Of(spec.LeadShapes).Select(shape => Ending(shape, [.. spec.LeadEnding])).Where(shape => spec.FitsLead(shape));

    static nint[] Ending(nint[] shape, nint[] last) => [.. shape[..Math.Max(0, shape.Length - last.Length)], .. last];

    static Gen<Operands<T>> OperandsOf(FunctionSpec spec, nint[] shape, Palette palette)
    {
        ImmutableArray<double> kinks = Kinks.Of(spec);
        Gen<Operands<T>> all = Gen.Constant(Operands<T>.None);
        // The first argument comes last: its values lie on kinks relative to the others.
        foreach (OperandInfo info in spec.Operands.Skip(1))
            all = all.SelectMany(so => Given(spec, info, shape, palette, kinks, so).Select(o => o is { } operand ? so.With(info.Name, operand) : so));
        return all.SelectMany(so => LeadOf(spec, shape, palette, kinks, so).Select(lead => so.With(spec.Lead.Name, lead)));
    }

    static Gen<Operand<T>?> Given(FunctionSpec spec, OperandInfo info, nint[] shape, Palette palette, ImmutableArray<double> kinks, Operands<T> so)
    {
        Gen<Operand<T>?> given = Any(spec, info, shape, palette, kinks, so).Select(o => (Operand<T>?)o);
        return info.Optional ? Gen.Frequency((1, Gen.Constant<Operand<T>?>(null)), (1, given)) : given;
    }

    static Gen<Operand<T>> Any(FunctionSpec spec, OperandInfo info, nint[] shape, Palette palette, ImmutableArray<double> kinks, Operands<T> so)
    {
        nint[][] shapes = [.. info.Kind == OperandKind.Indices ? [] : spec.ShapesOf(info.Name, shape).Select(one => one.ToArray())];
        if (shapes.Length == 0)
            return Indices(spec, info, shape, so);
        // As many vectors or elements as are long share a number that broadcasts, and each of them takes the time of a short case.
        if (spec is VectorLoss && shape.Any(length => length > LongVector))
            shapes = [shapes[0]];
        // Broadcasting is rare, except for optional arguments.
        Gen<Operand<T>> numbers =
            Gen.Frequency([.. shapes.Select((one, i) => (i == 0 && !info.Optional ? Usual : 1, Tensors(spec, one, info, palette, kinks)))]);
        return info.Kind == OperandKind.Numbers ? numbers : Gen.Frequency((2, Indices(spec, info, shape, so)), (1, numbers));
    }

    static Gen<Operand<T>> Indices(FunctionSpec spec, OperandInfo info, nint[] shape, Operands<T> so)
    {
        Dictionary<string, Tensor<long>> drawn = so.Names.Where(name => so[name].IsIndices).ToDictionary(name => name, name => so[name].Indices);
        return Gen.Choose(0, int.MaxValue).Select(seed => (Operand<T>)spec.DrawIndices(info.Name, shape, drawn, new Xoshiro((ulong)seed)));
    }

    static Gen<Operand<T>> Tensors(FunctionSpec spec, nint[] shape, OperandInfo info, Palette palette, ImmutableArray<double> kinks) =>
        Numbers<T>.Of(info.Domain == Domain.Weight ? Tame(palette) : palette, kinks, info.Domain)
            .Where(number => spec.Takes(info.Name, double.CreateChecked(number))).ArrayOf((int)Shape.Count(shape))
                .Select(data => (Operand<T>)Tensor.Create(data, shape));

    static Gen<Operand<T>> LeadOf(FunctionSpec spec, nint[] shape, Palette palette, ImmutableArray<double> kinks, Operands<T> so)
    {
        Gen<Operand<T>> free = Tensors(spec, shape, spec.Lead, palette, kinks);
        if (palette != Palette.Kinks || spec.Lead.Domain != Domain.Any)
            return free;
        // Sums with the next argument, or with a neighbour in the row, place differences on the kinks.
        OperandInfo? next = spec.Operands.Skip(1).FirstOrDefault(o => !o.Optional);
        T[]? centre = next is not null && so[next.Name] is { IsIndices: false } beside && beside.Numbers.FlattenedLength == Shape.Count(shape)
            ? beside.Numbers.Flat().ToArray()
            : null;
        return free.SelectMany(o => Gen.CollectToArray(Enumerable.Range(0, (int)o.Numbers.FlattenedLength),
            i => Placed(o.Numbers.Flat()[i], centre is null ? o.Numbers.Flat()[0] : centre[i], kinks)))
            .Select(data => (Operand<T>)Tensor.Create(data, shape));
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

    // With a subnormal weight or cotangent every order of the factors rounds differently, and an infinite one gives NaN; neither is
    // informative.
    static Palette Tame(Palette palette) => palette is Palette.Special or Palette.Tiny or Palette.Kinks ? Palette.Ordinary : palette;

    static ImmutableArray<string> Gradients(FunctionSpec spec, Operands<T> operands) =>
        [.. spec.Operands.Select(o => o.Name).Where(name => spec.IsDifferentiable(name, operands))];

    static Operands<T> AllStrided(Operands<T> operands) => operands.Names.Where(name => !operands[name].IsIndices)
        .Aggregate(operands, (all, name) => all.With(name, Strided.Of(all[name].Numbers)));
}
