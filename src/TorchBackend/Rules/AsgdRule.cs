namespace ParityNet.Torch.Rules;

static class AsgdRule
{
    public static Tensor Next(Asgd s, ParameterStep step)
    {
        double size = step.Scalar("eta"), weight = step.Scalar("mu");
        Tensor after = step.Parameter.mul(1 - s.Decay * size).add(step.DecayedGradient, -size), average = step["ax"];
        step["ax"] = weight == 1 ? after : average.add(after.sub(average).mul(weight));
        step["eta"] = torch.full_like(step["eta"], s.SizeAfter(step.Number, step.Rate));
        step["mu"] = torch.full_like(step["mu"], s.WeightAfter(step.Number));
        return after;
    }
}
