namespace ParityNet.Torch.Rules;

static class AdaBeliefRule
{
    public static Tensor Next(AdaBelief s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, mean = step["exp_avg"] = step["exp_avg"].mul(s.Beta1).add(g, 1 - s.Beta1), stray = g.sub(mean);
        Tensor spread = step["exp_avg_var"] = step["exp_avg_var"].mul(s.Beta2).addcmul(stray, stray, 1 - s.Beta2).add(s.EpsilonRoot);
        Tensor divisor = (spread.sqrt() / Math.Sqrt(step.Correction(s.Beta2))).add(s.Epsilon);
        return step.KeptParameter.addcdiv(mean, divisor, -step.Rate / step.Correction(s.Beta1));
    }
}
