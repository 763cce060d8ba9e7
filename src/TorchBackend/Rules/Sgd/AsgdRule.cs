namespace ParityNet.Torch.Rules;

static class AsgdRule
{
    public static Tensor Next(Asgd s, ParameterStep step)
    {
        double size = step.Scalar("eta"), weight = step.Scalar("mu");
        Tensor after = step.Parameter.mul(Held(1 - s.Decay * size)).add(step.DecayedGradient, Held(-size)), average = step["ax"];
        step["ax"] = weight == 1 ? after : average.Plus(after.sub(average).mul(Held(weight)));
        step["eta"] = torch.full_like(step["eta"], Held(s.SizeAfter(step.Number, step.Rate)));
        step["mu"] = torch.full_like(step["mu"], Held(s.WeightAfter(step.Number)));
        return after;
    }
}
