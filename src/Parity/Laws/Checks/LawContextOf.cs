using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Laws;

/// <summary>The law context of one element type.</summary>
sealed class LawContext<T>(IBackend backend, bool bounded, ulong seed, int size, DrawCache<T> drawn) : LawContext(backend, bounded, seed, size)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly Dictionary<string, Tensor<long>> Empty = [];

    readonly ulong seed = seed;

    readonly List<Case<T>> computed = [];

    public override double Round(double value) => double.CreateChecked(T.CreateTruncating(value));

    public override FunctionResult Function(FunctionSpec spec, Arguments arguments, double[]? cotangent = null)
    {
        nint[] shape = [.. arguments.Shape.Select(n => (nint)n)];
        Operands<T> operands = Operands<T>.None.With(spec.Lead.Name, Numbers(arguments.Input, shape));
        foreach ((string name, double[] numbers) in arguments.Others)
            operands =
                operands.With(name, Numbers(numbers, spec.ShapesOf(name, shape).First(one => Shape.Count(one.AsSpan()) == numbers.Length).AsSpan()));
        foreach ((string name, Tensor<long> indices) in arguments.Indices)
            operands = operands.With(name, indices);
        if (arguments.Labels is { } labels)
            operands = operands.With("target", Tensor.Create(labels, spec.DrawIndices("target", shape, Empty, new Xoshiro(0)).Lengths));
        Tensor<T>? weights = cotangent is null ? null : Numbers(cotangent, [.. spec.Check(operands)]);
        var @case = new FunctionCase<T>(spec, operands, spec.Lead.Differentiable ? [spec.Lead.Name] : [], weights);
        Approx[][] all = Approximated(@case);
        return new(all[0], all.Length > 1 ? all[1] : []);
    }

    public override StepResult Step(OptimizerSpec spec, StepResult before, double[] gradient, double? learningRate = null)
    {
        nint[] shape = ShapeOf(spec, gradient.Length);
        var state = new OptimizerState<T>([Numbers([.. before.Parameters.Select(p => p.Value)], shape)], before.Step,
            spec.Slots.ToImmutableDictionary(s => s.Name,
                s => ImmutableArray.Create(Numbers([.. before.Slots[s.Name].Select(x => x.Value)], spec.SlotFor(s, 0)?.ShapeFor(shape) ?? [0]))));
        Approx[][] all = Approximated(new OptimizerCase<T>(spec, state, [Numbers(gradient, shape)], learningRate));
        return new(before.Step + 1, all[0], spec.Slots.Select((s, i) => (s.Name, all[i + 1])).ToDictionary(s => s.Name, s => s.Item2));
    }

    /// <summary>The complaint of a broken law against an op.</summary>
    /// <param name="spec">The op.</param>
    /// <param name="broken">How the law broke.</param>
    /// <returns>The same, with the other ops involved; null where one of them is itself outside its enclosure.</returns>
    public string? Against(OpSpec spec, string broken)
    {
        Case<T>[] others = [.. computed.Where(c => c.Spec.Name != spec.Name)];
        var judge = new Judge(Backend);
        return others.Any(other => Definition.Has(other.Spec) && !judge.Of(other).Holds) ? null
            : others.Length == 0 ? broken
            : $"with {string.Join(", ", others.Select(other => other.Spec.Name).Distinct())}: {broken}";
    }

    internal override string? Try(ITensorLaw law, OpSpec spec) => law.Broken(Backend, drawn.Of(spec, seed));

    Approx[][] Approximated(Case<T> @case)
    {
        ImmutableArray<Quantity<T>> quantities = @case.Run(Backend);
        computed.Add(@case);
        ImmutableArray<Defined<Enclosure<T>>> bounds = Bounded ? @case.Define<Enclosure<T>>() : [];
        return [.. quantities.Select((q, k) => q.Values.Flat().ToArray()
            .Select((x, i) => new Approx(double.CreateChecked(x), Bounded ? Slack(bounds[k].Elements[i]) : 0)).ToArray())];
    }

    // The enclosure also contains the exact result, so its width bounds the error, unless an intermediate result overflows or underflows.
    static double Slack(Enclosure<T> enclosure) =>
        enclosure.IsNaNOnly ? 0 : enclosure.LeavesRange ? double.PositiveInfinity : enclosure.Hi - enclosure.Lo;

    static Tensor<T> Numbers(double[] data, ReadOnlySpan<nint> shape) => Tensor.Create(Array.ConvertAll(data, T.CreateTruncating), shape);
}
