namespace ParityNet.Torch.Rules;

static class AdaBeliefRule
{
    public static Tensor Next(AdaBelief s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, mean = step["exp_avg"] = step["exp_avg"].mul(Held(s.Beta1)).add(g, Held(1 - s.Beta1)), stray = g.sub(mean);
        Tensor spread = step["exp_avg_var"] = step["exp_avg_var"].mul(Held(s.Beta2)).addcmul(stray, stray, Held(1 - s.Beta2)).Plus(s.EpsilonRoot);
        Tensor divisor = (spread.sqrt() / Held(Math.Sqrt(step.Correction(s.Beta2)))).Plus(s.Epsilon);
        return step.KeptParameter.addcdiv(mean, divisor, Held(-step.Rate / step.Correction(s.Beta1)));
    }
}
