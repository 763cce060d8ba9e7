using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Parity.Planted;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Mistakes that any loss, activation or layer may have.</summary>
static class FunctionHypotheses
{
    static readonly ImmutableArray<(string Words, ActivationSpec Spec)> Activations =
    [
        ("the sigmoid", new Sigmoid()), ("the softmax", new Softmax()), ("the logarithm of the softmax", new LogSoftmax()),
        ("the logarithm of the sigmoid", new LogSigmoid()),
    ];

    /// <summary>The hypotheses about a function.</summary>
    public static IEnumerable<Hypothesis> Of(OpEntry entry) =>
        [.. Factors(entry), .. Gradients(entry), .. Arguments(entry), .. Values(entry), .. OtherOps(entry)];

    /// <summary>The hypothesis that everything is multiplied by a number.</summary>
    public static Hypothesis Times(OpEntry entry, string name, double factor, HypothesisKind kind) =>
        Of(entry, name, new Scaled((_, _) => factor)) with { Kind = kind };

    /// <summary>The hypothesis that a number is added to the value.</summary>
    public static Hypothesis Plus(OpEntry entry, string name, double addend) =>
        Of(entry, name, new MappedValue(v => v + addend, _ => 1)) with { Kind = HypothesisKind.Factor };

    static IEnumerable<Hypothesis> Factors(OpEntry entry)
    {
        (string Words, double Factor)[] plain =
        [
            ("half as large: a factor of 2 is missing", 0.5), ("twice as large: a factor of ½ is missing", 2), ("negated", -1),
            ("in bits, divided by ln 2", 1 / Math.Log(2)), ("multiplied by ln 2", Math.Log(2)),
        ];
        foreach ((string words, double factor) in plain)
            yield return Times(entry, $"the result is {words}", factor, HypothesisKind.General);
        yield return Counted(entry, "multiplied by the number of elements N: the division by N is missing", shape => Count(shape));
        yield return Counted(entry, "divided by the number of elements N once too often", shape => 1 / Count(shape));
        yield return Counted(entry, "multiplied by the length of the batch", shape => Length(shape, 0));
        yield return Counted(entry, "divided by the length of the batch", shape => 1 / Length(shape, 0));
        yield return Counted(entry, "multiplied by the number of classes (the length of the last axis)", shape => Length(shape, ^1));
        yield return Counted(entry, "divided by the number of classes (the length of the last axis)", shape => 1 / Length(shape, ^1));
        yield return Counted(entry, "N/(N − 1) times as large: divided by N − 1", shape => Count(shape) / (Count(shape) - 1));
        foreach (OptionInfo option in entry.Options.Where(o => (Nullable.GetUnderlyingType(o.Type) ?? o.Type) == typeof(double)))
        {
            string label = OptionHypotheses.Label(option);
            double Value(FunctionSpec spec) => option.Property.GetValue(spec) is double number ? number : 1;
            yield return Of(entry, $"the result is multiplied by {label} once too often", new Scaled((spec, _) => Value(spec)));
            yield return Of(entry, $"the result is divided by {label}: a factor of {label} is missing", new Scaled((spec, _) => 1 / Value(spec)));
            yield return Of(entry, $"the result is multiplied by 1 − {label}", new Scaled((spec, _) => 1 - Value(spec)));
            yield return Of(entry, $"the result is divided by 1 − {label}", new Scaled((spec, _) => 1 / (1 - Value(spec))));
        }
    }

    static IEnumerable<Hypothesis> Arguments(OpEntry entry)
    {
        if (entry.Examples[0] is not FunctionSpec spec)
            yield break;
        string lead = spec.Lead.Name;
        OperandInfo[] numbers = [.. spec.Operands.Where(o => o.Kind != OperandKind.Indices)];
        foreach (OperandInfo other in numbers.Where(o => o.Name != lead && !o.Optional))
        {
            yield return Of(entry, $"{lead} and {other.Name} are exchanged", new Swapped(lead, other.Name, chained: true));
            yield return Of(entry, $"{lead} and {other.Name} are exchanged, and the gradient is that by {other.Name}",
                new Swapped(lead, other.Name, chained: false));
        }
        foreach (OperandInfo target in numbers.Where(o => o.Name == "target"))
        {
            yield return Of(entry, "targets of 0 and 1 are taken for −1 and 1", new MappedArgument("target", y => 2 * y - 1));
            yield return Of(entry, "targets of −1 and 1 are taken for 0 and 1", new MappedArgument("target", y => (y + 1) / 2));
            yield return Of(entry, "targets of −1 are taken for 0", new MappedArgument("target", y => y < 0 ? 0 : y));
            yield return Of(entry, "targets of 0 are taken for −1 (as in Keras)", new MappedArgument("target", y => y == 0 ? -1 : y));
            yield return Of(entry, "targets are negated", new MappedArgument("target", y => -y));
            yield return Of(entry, "1 − target is taken for target", new MappedArgument("target", y => 1 - y));
            yield return Of(entry, "the exponential of the target is taken for it", new MappedArgument("target", Math.Exp));
            yield return Of(entry, "the logarithm of the target is taken for it", new MappedArgument("target", Math.Log));
        }
        foreach (OperandInfo target in spec.Operands.Where(o => o.Name == "target" && o.Kind != OperandKind.Numbers))
        {
            yield return Of(entry, "labels are counted from 1", new OtherIndices((all, _) => [.. all.Select(y => y > 0 ? y - 1 : y)]));
            yield return Of(entry, "labels are one class too high", new OtherIndices((all, c) => [.. all.Select(y => y < 0 ? y : (y + 1) % c)]));
        }
        foreach ((string words, ActivationSpec activation) in Activations)
        {
            yield return Of(entry, $"{words} is taken of {lead}, once more", new Through(lead, activation, chained: true));
            yield return Of(entry, $"{words} is taken of {lead}, and the gradient is that by it", new Through(lead, activation, chained: false));
        }
        yield return Of(entry, $"the exponential is taken of {lead}, which holds logarithms, or once more",
            new MappedArgument(lead, Math.Exp, Math.Exp));
        yield return Of(entry, $"the logarithm is taken of {lead}, once more", new MappedArgument(lead, Math.Log, x => 1 / x));
        yield return Of(entry, $"the logarithm is taken of {lead}, and the gradient is that by it", new MappedArgument(lead, Math.Log));
        yield return Of(entry, $"{lead} is negated", new MappedArgument(lead, x => -x, _ => -1));
        yield return Of(entry, $"the size of {lead} is taken for it", new MappedArgument(lead, Math.Abs, x => Math.Sign(x)));
        foreach (OperandInfo optional in spec.Operands.Where(o => o.Optional))
            yield return Of(entry, $"{optional.Name} is ignored", new OtherArguments(optional.Name));
        foreach (OperandInfo weight in numbers.Where(o => o.Optional))
            yield return Of(entry, $"{weight.Name} counts twice", new ScaledArgument(weight.Name));
    }

    static IEnumerable<Hypothesis> Values(OpEntry entry)
    {
        yield return Of(entry, "the root of the result is taken", new MappedValue(Math.Sqrt, v => 0.5 / Math.Sqrt(v)));
        yield return Of(entry, "the result is squared", new MappedValue(v => v * v, v => 2 * v));
        yield return Of(entry, "the result is cut off below 0", new MappedValue(v => Math.Max(v, 0), v => v > 0 ? 1 : 0));
        yield return Of(entry, "the logarithm of the result is taken", new MappedValue(Math.Log, v => 1 / v));
        yield return Of(entry, "the exponential of the result is taken", new MappedValue(Math.Exp, Math.Exp));
    }

    static IEnumerable<Hypothesis> Gradients(OpEntry entry)
    {
        yield return Of(entry, "the gradient is not multiplied by the cotangent (the gradient from above)", new OtherArguments("cotangent"));
        yield return Of(entry, "the gradient is 0, as of something detached", new Detached(_ => 0));
        yield return Of(entry, "the gradient is only its sign", new Detached(g => Math.Sign(g)));
        yield return Of(entry, "the gradient has lost its sign", new Detached(Math.Abs));
        yield return Of(entry, "the gradient is squared", new Detached(g => g * g));
        yield return Of(entry, "the gradient is cut off at ±1", new Detached(g => Math.Clamp(g, -1, 1)));
        if (entry.Examples[0] is FunctionSpec { Operands: var operands } && operands.Any(o => o.Name == "target" && o.Kind != OperandKind.Indices))
        {
            yield return Of(entry, "the gradient is that by the target, of the other sign", new Swapped("input", "target", chained: false));
        }
    }

    // The other op is given the arguments and those options that both have under one name.
    static IEnumerable<Hypothesis> OtherOps(OpEntry entry)
    {
        string[] required = Required(entry);
        foreach (OpEntry other in Catalog.Of(entry.Kind).Where(e => e != entry && Required(e).SequenceEqual(required)))
            yield return Other(entry, other);
    }

    /// <summary>The hypothesis that another op is computed, with its defaults and what the options have in common.</summary>
    public static Hypothesis Other(OpEntry entry, OpEntry other)
    {
        OpSpec? In(OpSpec spec) => other.With(other.Examples[0], (option, own) =>
            entry.Options.FirstOrDefault(o => o.Name == option.Name && o.Index == option.Index && o.Type == option.Type) is { } same
                ? same.Property.GetValue(spec) : own);
        return new(HypothesisKind.OtherOp, $"it is {other.Name}", right => new OtherSpec(right, spec =>
            spec.GetType() == entry.SpecType ? In(spec) ?? spec : spec))
        { Other = In };
    }

    static string[] Required(OpEntry entry) =>
        entry.Examples[0] is FunctionSpec spec ? [.. spec.Operands.Where(o => !o.Optional).Select(o => o.Name)] : [];

    static Hypothesis Counted(OpEntry entry, string words, Func<ImmutableArray<nint>, double> factor) =>
        Of(entry, $"the result is {words}", new Scaled((_, shape) => factor(shape)));

    static double Count(ImmutableArray<nint> shape) => Shape.Count(shape.AsSpan());

    static double Length(ImmutableArray<nint> shape, Index at) => shape.IsEmpty ? 1 : shape[at];

    static Hypothesis Of(OpEntry entry, string name, IFunctionChange change) =>
        new(HypothesisKind.General, name, right => new OtherFunction(right, entry.Name, change));
}
