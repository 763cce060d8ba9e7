namespace ParityNet.Torch.Rules;

static class YogiRule
{
    public static Tensor Next(Yogi s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, mean = step["exp_avg"] = step["exp_avg"].mul(s.Beta1).add(g, 1 - s.Beta1);
        Tensor old = step["exp_avg_sq"], fresh = g.mul(g);
        Tensor square = step["exp_avg_sq"] = old.addcmul(old.sub(fresh).sign(), fresh, s.Beta2 - 1);
        Tensor divisor = (square / step.Correction(s.Beta2)).add(s.EpsilonRoot).sqrt().add(s.Epsilon);
        return step.KeptParameter.addcdiv(mean, divisor, -step.Rate / step.Correction(s.Beta1));
    }
}
