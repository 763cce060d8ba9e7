namespace ParityNet.Torch.Rules;

static class LionRule
{
    public static Tensor Next(Lion s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, old = step["exp_avg"];
        step["exp_avg"] = old.mul(Held(s.Beta2)).add(g, Held(1 - s.Beta2));
        return step.KeptParameter.add(old.mul(Held(s.Beta1)).add(g, Held(1 - s.Beta1)).sign(), Held(-step.Rate));
    }
}
