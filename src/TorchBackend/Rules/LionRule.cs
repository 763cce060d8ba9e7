namespace ParityNet.Torch.Rules;

static class LionRule
{
    public static Tensor Next(Lion s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, old = step["exp_avg"];
        step["exp_avg"] = old.mul(s.Beta2).add(g, 1 - s.Beta2);
        return step.KeptParameter.add(old.mul(s.Beta1).add(g, 1 - s.Beta1).sign(), -step.Rate);
    }
}
