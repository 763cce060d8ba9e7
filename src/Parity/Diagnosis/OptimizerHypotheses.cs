using System.Globalization;
using ParityNet.Optimizers;
using ParityNet.Parity.Planted;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Mistakes that any optimizer may have.</summary>
static class OptimizerHypotheses
{
    static readonly double[] Factors = [-1, 2, 0.5];

    /// <summary>The hypotheses about an optimizer.</summary>
    public static IEnumerable<Hypothesis> Of(OpEntry entry) =>
    [
        .. Decays(), .. Times(), .. Steps(entry), .. Slots((OptimizerSpec)entry.Examples[0]),
        .. Catalog.Of(OpKind.Optimizer).Where(other => other != entry && IsAlone(other))
            .Select(other => FunctionHypotheses.Other(entry, other)),
    ];

    /// <summary>The hypothesis that steps are some times as large.</summary>
    public static Hypothesis StepTimes(string name, double factor, HypothesisKind kind = HypothesisKind.Factor) =>
        Of(name, new OtherStepSize((_, _) => factor)) with { Kind = kind };

    static IEnumerable<Hypothesis> Times()
    {
        yield return Of("t − 1 stands where t should", new OtherTime(t => Math.Max(1, t - 1)));
        yield return Of("t + 1 stands where t should", new OtherTime(t => t + 1));
        yield return Of("t is always 1", new OtherTime(_ => 1));
    }

    static IEnumerable<Hypothesis> Decays()
    {
        yield return Of("weight decay is added to the gradient (L2), not decoupled", new OtherDecay(OtherDecay.Way.ToGradient));
        yield return Of("weight decay is decoupled from the gradient, θ ← θ(1 − ηλ), as in AdamW", new OtherDecay(OtherDecay.Way.BeforeStep));
        yield return Of("weight decay is not multiplied by the learning rate, θ ← θ(1 − λ)", new OtherDecay(OtherDecay.Way.BeforeStepWithoutRate));
        yield return Of("weight decay shrinks the parameter after the step", new OtherDecay(OtherDecay.Way.AfterStep));
        yield return Of("weight decay shrinks the parameter after the step, and is not multiplied by the learning rate",
            new OtherDecay(OtherDecay.Way.AfterStepWithoutRate));
        yield return Of("weight decay λθ is subtracted without the learning rate", new OtherDecay(OtherDecay.Way.FromParameterBeforeWithoutRate));
        yield return Of("weight decay has the wrong sign", new OtherDecay(OtherDecay.Way.WrongSign));
    }

    static IEnumerable<Hypothesis> Steps(OpEntry entry)
    {
        yield return Of("the step goes uphill: its sign is wrong", new OtherStepSize((_, _) => -1));
        yield return Of("the learning rate is left out: steps are 1/η times as large", new OtherStepSize((_, rate) => 1 / rate));
        yield return Of("steps are multiplied by the learning rate twice", new OtherStepSize((_, rate) => rate));
        yield return Of("the learning rate of the step is ignored: that of the spec is used always", new FixedRate());
        yield return Of("nothing moves", new OtherStepSize((_, _) => 0));
        foreach (double factor in Factors)
            yield return Of($"gradients are multiplied by {factor.ToString(CultureInfo.InvariantCulture)}", new OtherGradient(_ => factor));
        foreach (OptionInfo option in entry.Options.Where(o => o.Type == typeof(double) && o.Property.Name != nameof(OptimizerSpec.LearningRate)))
        {
            string label = OptionHypotheses.Label(option);
            double Value(OptimizerSpec spec) => option.Property.GetValue(spec) is double number ? number : 1;
            yield return Of($"steps are multiplied by 1 − {label}", new OtherStepSize((spec, _) => 1 - Value(spec)));
            yield return Of($"steps are divided by 1 − {label}", new OtherStepSize((spec, _) => 1 / (1 - Value(spec))));
            yield return Of($"steps are multiplied by {label}", new OtherStepSize((spec, _) => Value(spec)));
            yield return Of($"steps are divided by {label}", new OtherStepSize((spec, _) => 1 / Value(spec)));
            yield return Of($"gradients are multiplied by 1 − {label}", new OtherGradient(spec => 1 - Value(spec)));
        }
    }

    static IEnumerable<Hypothesis> Slots(OptimizerSpec example)
    {
        foreach (OptimizerSlot slot in example.Slots)
        {
            yield return Of($"{slot.Name} is not kept: it stays as it was", new OtherSlot(slot.Name, (before, _) => before));
            yield return Of($"{slot.Name} starts anew in every step", new OtherSlot(slot.Name, (_, _) => slot.Initial, Steps: true));
            yield return Of($"{slot.Name} is kept with the other sign", new OtherSlot(slot.Name, (_, after) => -after));
            yield return Of($"the root of {slot.Name} is kept", new OtherSlot(slot.Name, (_, after) => Math.Sqrt(after)));
        }
    }

    // A wrapper is named by what it wraps, which is not known here.
    static bool IsAlone(OpEntry entry) =>
        entry.Examples[0] is OptimizerSpec { IsElementwise: true } && !entry.Options.Any(o => o.Type.IsAssignableTo(typeof(OptimizerSpec)));

    static Hypothesis Of(string name, IStepChange change) => new(HypothesisKind.General, name, right => new OtherStep(right, change));
}
