using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>Generators of cases of one optimizer step.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
static class OptimizerCases<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly Gen<Palette> Palettes = Gen.Frequency(
        (8, Gen.Constant(Palette.Ordinary)), (6, Gen.Constant(Palette.Wide)), (3, Gen.Constant(Palette.Tiny)), (1, Gen.Constant(Palette.Special)));

    // Every element of a state is judged.
    const int Longest = 129;

    // Early steps, in which a rule may have another form (RAdam up to the fifth), and late ones.
    static readonly Gen<long> Steps = Gen.Elements(0L, 0, 1, 2, 3, 4, 5, 9, 99, 999);

    /// <summary>Any case of a spec.</summary>
    public static Gen<OptimizerCase<T>> Of(OptimizerSpec spec) => Palettes.SelectMany(palette => Of(spec, palette))
        .SelectMany(drawn => IsTaken(drawn) ? Gen.Constant(drawn) : Of(spec, Palette.Ordinary));

    /// <summary>A case whose numbers come from one palette.</summary>
    public static Gen<OptimizerCase<T>> Of(OptimizerSpec spec, Palette palette) => Of(spec, ShapesOf(spec, 1).Or(ShapesOf(spec, 2)), palette);

    /// <summary>A case of three parameters or more, of which one is long.</summary>
    public static Gen<OptimizerCase<T>> Long(OptimizerSpec spec, int length, CaseOrigin? origin) =>
        from count in Gen.Choose(3, 5)
        from shapes in ShapesOf(spec, count)
        from at in Gen.Choose(0, shapes.Count - 1)
        from palette in Gen.Elements(Palette.Ordinary, Palette.Wide)
        let lengthened = shapes.Select((shape, i) => i == at ? [.. shape[..^1].Select(_ => (nint)1), Math.Min(length, Longest)] : shape).ToArray()
        from drawn in Of(spec, Gen.Constant<IList<nint[]>>(lengthened), palette)
        from taken in IsTaken(drawn) ? Gen.Constant(drawn) : Of(spec, Gen.Constant<IList<nint[]>>(lengthened), Palette.Ordinary)
        select new OptimizerCase<T>(spec, taken.State, taken.Gradients, taken.LearningRate) { Origin = origin };

    static Gen<OptimizerCase<T>> Of(OptimizerSpec spec, Gen<IList<nint[]>> drawn, Palette palette) =>
        from shapes in drawn
        from parameters in All(shapes, palette, Domain.Any)
        from gradients in All(shapes, palette, Domain.Any)
        from step in Steps
        from slots in Gen.CollectToArray(spec.Slots, slot => Slot(spec, slot, shapes, step, SlotPalette(palette)))
        from rate in Gen.Frequency((9, Gen.Constant<double?>(null)), (1, Gen.Elements<double?>(0, 0.05, 2)))
        select new OptimizerCase<T>(spec, State(spec, parameters, step, slots), gradients, rate);

    /// <summary>Any run of a spec from its initial state, of a few steps, so that state matters and what is shown stays short.</summary>
    public static Gen<(ImmutableArray<Tensor<T>> Parameters, ImmutableArray<ImmutableArray<Tensor<T>>> Gradients)> Runs(OptimizerSpec spec) =>
        Palettes.SelectMany(palette => Runs(spec, palette)).SelectMany(drawn => AreTaken(spec, drawn.Parameters, drawn.Gradients)
            ? Gen.Constant(drawn) : Runs(spec, Palette.Ordinary));

    static Gen<(ImmutableArray<Tensor<T>> Parameters, ImmutableArray<ImmutableArray<Tensor<T>>> Gradients)> Runs(
        OptimizerSpec spec, Palette palette) =>
        from shapes in ShapesOf(spec, 1).Or(ShapesOf(spec, 2))
        from parameters in All(shapes, palette, Domain.Any)
        from steps in Gen.Elements(1, 1, 2, 2, 3, 3, 4, 6, 9)
        from gradients in Gen.CollectToArray(Enumerable.Range(0, steps), _ => All(shapes, palette, Domain.Any))
        select (parameters, gradients.ToImmutableArray());

    static bool AreTaken(OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, ImmutableArray<ImmutableArray<Tensor<T>>> gradients) =>
        gradients.All(step => IsTaken(new(spec, spec.Init(parameters), step)));

    // A spec may refuse gradients because of their values.
    static bool IsTaken(OptimizerCase<T> drawn)
    {
        try
        {
            drawn.Optimizer.Check(drawn.State, drawn.Gradients, drawn.LearningRate);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // NaN enters through the gradient only: a state that contains it shows nothing more.
    static Palette SlotPalette(Palette palette) => palette == Palette.Special ? Palette.Ordinary : palette;

    static OptimizerState<T> State(OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, long step, ImmutableArray<Tensor<T>>[] slots)
    {
        OptimizerState<T> start = spec.Init(parameters);
        return step == 0 ? start : start with
        {
            Step = step,
            Slots = spec.Slots.Select((slot, i) => KeyValuePair.Create(slot.Name, slots[i])).ToImmutableDictionary(),
        };
    }

    static Gen<IList<nint[]>> ShapesOf(OptimizerSpec spec, int count) =>
        Gen.CollectToArray(Enumerable.Range(0, Math.Max(count, spec.SmallestParameters)),
            i => spec.RankOf(i) is { } rank ? Shapes.OfRank(rank) : Shapes.Any)
            .Select(shapes => (IList<nint[]>)shapes);

    static Gen<ImmutableArray<Tensor<T>>> Slot(OptimizerSpec spec, OptimizerSlot slot, IEnumerable<nint[]> parameters, long step, Palette palette)
    {
        IEnumerable<nint[]> shapes = parameters.Select((shape, i) => spec.SlotFor(slot, i)?.ShapeFor(shape) ?? [0]);
        return spec.ScalarAfter(slot.Name, step) is { } number
            ? Gen.Constant(shapes.Select(shape => Filled(shape, ElementType.Round<T>(number))).ToImmutableArray())
            : All(shapes, palette, slot.NotNegative ? Domain.NotNegative : Domain.Any);
    }

    static Tensor<T> Filled(nint[] shape, T number) => Tensor.Create(Enumerable.Repeat(number, (int)Shape.Count(shape)).ToArray(), shape);

    static Gen<ImmutableArray<Tensor<T>>> All(IEnumerable<nint[]> shapes, Palette palette, Domain domain) =>
        Gen.CollectToArray(shapes,
            shape => Numbers<T>.Of(palette, [0, 1], domain).ArrayOf((int)Shape.Count(shape)).Select(data => Tensor.Create(data, shape)))
            .Select(tensors => tensors.ToImmutableArray());
}
