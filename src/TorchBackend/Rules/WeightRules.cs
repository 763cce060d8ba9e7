namespace ParityNet.Torch.Rules;

/// <summary>Wrappers that move or average weights.</summary>
static class WeightRules
{
    public static Tensor[] Next(DecoupledWeightDecay spec, IReadOnlyList<ParameterStep> all, StateRule inner) =>
        inner([.. all.Select(step => step.For(spec.Optimizer, point: step.Parameter.mul(Held(1 - step.Rate * spec.Decay))))]);

    public static Tensor[] Next(Lookahead spec, IReadOnlyList<ParameterStep> all, StateRule inner)
    {
        Tensor[] after = inner([.. all.Select(step => step.For(spec.Optimizer))]);
        return [.. all.Zip(after, (step, fast) => step.Number % spec.K == 0 ? step["slow"] = Between(step["slow"], fast, spec.Alpha) : fast)];
    }

    public static Tensor[] Next(Ema spec, IReadOnlyList<ParameterStep> all, StateRule inner)
    {
        Tensor[] after = inner([.. all.Select(step => step.For(spec.Optimizer))]);
        foreach ((ParameterStep step, Tensor now) in all.Zip(after))
            step["averaged"] = step.Number == 1 ? now
                : spec.Averaging == AveragingForm.Equal ? step["averaged"].Plus(now.sub(step["averaged"]).div(Held(step.Number)))
                : step["averaged"].mul(Held(spec.Decay)).add(now, Held(1 - spec.Decay));
        return after;
    }

    public static Tensor[] Next(Accumulate spec, IReadOnlyList<ParameterStep> all, StateRule inner)
    {
        long position = (all.Select(step => step.Number).FirstOrDefault(1) - 1) % spec.Steps + 1;
        foreach (ParameterStep step in all)
            step["accumulated"] = position == 1 ? step.Given
                : spec.Reduction == AccumulationForm.Sum ? step["accumulated"].Plus(step.Given)
                : step["accumulated"].Plus(step.Given.sub(step["accumulated"]).div(Held(position)));
        if (position < spec.Steps)
            return [.. all.Select(step => step.Parameter)];
        Tensor[] after = inner([.. all.Select(step => step.For(spec.Optimizer, derivative: step["accumulated"], at: step.Number / spec.Steps))]);
        foreach (ParameterStep step in all)
            step["accumulated"] = torch.zeros_like(step["accumulated"]);
        return after;
    }

    /// <summary>Linear interpolation from a to b, computed from the nearer end as in <c>torch.lerp</c>.</summary>
    public static Tensor Between(Tensor a, Tensor b, double part) => part < 0.5 ? a.add(b.sub(a), Held(part)) : b.add(b.sub(a), Held(part - 1));
}
