using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Diagnosis;

/// <summary>A judged case: what the first backend answered, element by element, and what was right.</summary>
sealed class Observation
{
    readonly Func<Finding, bool> isTame;
    Case? before;

    Observation(
        Case @case, Func<Finding, bool> isTame, Func<IBackend, ImmutableArray<Quantity<double>>> run, ImmutableArray<Finding> findings)
    {
        (Case, this.isTame, Run, Findings) = (@case, isTame, run, findings);
        ByQuantity = [.. findings.GroupBy(finding => finding.Quantity).Select(group => (group.Key, group.ToImmutableArray()))];
    }

    public Case Case { get; }

    /// <summary>Computes the case in double on a backend.</summary>
    public Func<IBackend, ImmutableArray<Quantity<double>>> Run { get; }

    public ImmutableArray<Finding> Findings { get; }

    public ImmutableArray<(string Quantity, ImmutableArray<Finding> Elements)> ByQuantity { get; }

    /// <summary>The largest finite magnitude that goes in.</summary>
    public double Largest { get; private init; }

    /// <summary>Whether an element of the case is wrong.</summary>
    public bool Fails => Findings.Any(IsWrong);

    /// <summary>Whether the first backend's answer is wrong.</summary>
    public static bool IsWrong(Finding finding) => finding.Verdict is Verdict.FirstOutside or Verdict.BothOutside;

    /// <summary>
    /// Whether every number that goes into an element is finite, and 0 or one whose square is a normal number; where elements are computed together,
    /// every number of the case.
    /// </summary>
    public bool IsTame(Finding finding) => isTame(finding);

    /// <summary>Whether the answer to an ordinary question is a wrong number.</summary>
    public bool IsWrongNumber(Finding finding) => IsWrong(finding) && !finding.LeavesRange && double.IsFinite(finding.First ?? double.NaN)
        && Comparison.Right(finding) is not null && isTame(finding);

    /// <summary>Whether an answer to an ordinary question is a wrong number.</summary>
    public bool HasWrongNumber => Findings.Any(IsWrongNumber);

    /// <summary>An observation.</summary>
    /// <param name="case">The case.</param>
    /// <param name="findings">Its elements, judged.</param>
    /// <param name="arguments">The case that holds what goes in; null where it is the case itself.</param>
    public static Observation Of<T>(Case<T> @case, ImmutableArray<Finding> findings, Case<T>? arguments = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // A case that a worker skipped has no run to look at.
        if (findings.IsEmpty)
            return new(@case, _ => false, _ => [], findings);
        double[] inputs = [.. Inputs(arguments ?? @case)];
        return new(@case, TameElements(arguments ?? @case, inputs), RunOf(@case), findings)
        {
            before = @case is OptimizerRunCase<T> run ? run.LastStep : @case,
            Largest = inputs.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>A judged case as an observation of its second backend alone.</summary>
    public static ImmutableArray<Finding> OfSecond(IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => finding with
        {
            First = finding.Second,
            FirstUlps = finding.SecondUlps,
            Verdict = finding.Verdict switch
            {
                Verdict.SecondOutside => Verdict.FirstOutside,
                Verdict.FirstOutside => Verdict.Inside,
                var other => other,
            },
        })];

    /// <summary>The parameter before the step to which an element belongs; null for another output.</summary>
    public double? Before(Finding finding)
    {
        if (before is null || Case.Kind != OpKind.Optimizer || !finding.Quantity.StartsWith("params[", StringComparison.Ordinal))
            return null;
        int at = int.Parse(finding.Quantity.AsSpan(7, finding.Quantity.Length - 8), CultureInfo.InvariantCulture);
        return before is OptimizerCase<float> single ? single.State.Parameters[at].Flat()[finding.Index]
            : before is OptimizerCase<double> wide ? wide.State.Parameters[at].Flat()[finding.Index] : null;
    }

    /// <summary>The numbers that go into a case.</summary>
    public static IEnumerable<double> Inputs<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T> => @case switch
    {
        FunctionCase<T> function => function.Operands.Names.Where(name => !function.Operands[name].IsIndices)
            .SelectMany(name => Doubles(function.Operands[name].Numbers)).Concat(function.Cotangent is { } c ? Doubles(c) : []),
        OptimizerCase<T> step => step.State.Parameters.Concat(step.Gradients).Concat(step.State.Slots.Values.SelectMany(slot => slot))
            .SelectMany(Doubles),
        OptimizerRunCase<T> run => run.Parameters.Concat(run.Gradients.SelectMany(step => step)).Concat(run.LastStep.State.Parameters)
            .Concat(run.StandsAlone ? run.LastStep.State.Slots.Values.SelectMany(slot => slot) : []).SelectMany(Doubles),
        ModelCase<T> model => model.Parameters.Append(model.Input).SelectMany(Doubles),
        _ => [],
    };

    static Func<Finding, bool> TameElements<T>(Case<T> @case, double[] inputs) where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool all = inputs.All(IsTameNumber<T>);
        return @case switch
        {
            _ when all => _ => true,
            OptimizerRunCase<T> { StandsAlone: true } run => TameElements(run.LastStep, inputs),
            OptimizerCase<T> { Optimizer.IsElementwise: true } step => finding => OfStep(step, finding)
                .All(x => IsTameNumber<T>(double.CreateChecked(x))),
            FunctionCase<T> { Function.IsElementwise: true } function => finding => OfFunction(function, finding.Index)
                .All(x => IsTameNumber<T>(double.CreateChecked(x))),
            _ => _ => false,
        };
    }

    static IEnumerable<T> OfStep<T>(OptimizerCase<T> step, Finding finding) where T : unmanaged, IFloatingPointIeee754<T>
    {
        string[] parts = finding.Quantity.Split('[', ']');
        int at = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return step.State.Slots.Values.Select(slot => slot[at]).Append(step.State.Parameters[at]).Append(step.Gradients[at])
            .SelectMany(tensor => Own(tensor, finding.Index, (int)step.Gradients[at].FlattenedLength));
    }

    static IEnumerable<T> OfFunction<T>(FunctionCase<T> function, int index) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = (int)function.Operands[function.Function.Lead.Name].Lengths.ToArray().Aggregate((nint)1, (all, length) => all * length);
        return function.Operands.Names.Where(name => !function.Operands[name].IsIndices).Select(name => function.Operands[name].Numbers)
            .Concat(function.Cotangent is { } cotangent ? [cotangent] : []).SelectMany(tensor => Own(tensor, index, count));
    }

    // What broadcasts counts as a whole.
    static T[] Own<T>(Tensor<T> tensor, int index, int count) where T : unmanaged, IFloatingPointIeee754<T> =>
        tensor.FlattenedLength == count && index < count ? [tensor.Flat()[index]] : tensor.Flat().ToArray();

    static double[] Doubles<T>(Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T> =>
        Array.ConvertAll(tensor.Flat().ToArray(), double.CreateChecked);

    static bool IsTameNumber<T>(double number) where T : unmanaged
    {
        (double smallest, double largest) = typeof(T) == typeof(float)
            ? (1.17549435E-38, float.MaxValue) : (2.2250738585072014E-308, double.MaxValue);
        return number == 0 || (number * number >= smallest && number * number <= largest);
    }

    static Func<IBackend, ImmutableArray<Quantity<double>>> RunOf<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (@case is OptimizerRunCase<T> { StandsAlone: false } steps)
            return backend => OfSteps(steps, backend);
        Case<double>? wide = Widened(@case is OptimizerRunCase<T> run ? run.LastStep : @case);
        return backend => wide?.Run(backend) ?? throw new NotSupportedException("The case must be computed by one backend alone.");
    }

    // What is not told of the state must come from the hypothesis too.
    static ImmutableArray<Quantity<double>> OfSteps<T>(OptimizerRunCase<T> run, IBackend backend) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var spec = (OptimizerSpec)run.Spec;
        IOptimizer<double> optimizer = backend.Optimizer<double>(spec);
        OptimizerState<double> state = spec.Init<double>([.. run.Parameters.Select(Wide)]);
        foreach (ImmutableArray<Tensor<T>> step in run.Gradients)
            state = optimizer.Update(state, [.. step.Select(Wide)]);
        return OptimizerCase<double>.Quantities(spec, state);
    }

    static Case<double>? Widened<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T> => @case switch
    {
        Case<double> wide => wide,
        FunctionCase<T> function => new FunctionCase<double>(function.Function,
            function.Operands.Names.Aggregate(Operands<double>.None, (all, name) => all.With(name, Wide(function.Operands[name]))),
            function.Gradients, function.Cotangent is { } cotangent ? Wide(cotangent) : null),
        OptimizerCase<T> step => new OptimizerCase<double>(step.Optimizer, new OptimizerState<double>(
            [.. step.State.Parameters.Select(Wide)], step.State.Step,
            step.State.Slots.ToImmutableDictionary(slot => slot.Key, slot => slot.Value.Select(Wide).ToImmutableArray())),
            [.. step.Gradients.Select(Wide)], step.LearningRate),
        _ => null,
    };

    static Operand<double> Wide<T>(Operand<T> operand) where T : unmanaged, IFloatingPointIeee754<T> =>
        operand.IsIndices ? operand.Indices : Wide(operand.Numbers);

    static Tensor<double> Wide<T>(Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create(Doubles(tensor), tensor.Lengths);
}
