namespace ParityNet.Torch.Rules;

static class YogiRule
{
    public static Tensor Next(Yogi s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, mean = step["exp_avg"] = step["exp_avg"].mul(Held(s.Beta1)).add(g, Held(1 - s.Beta1));
        Tensor old = step["exp_avg_sq"], fresh = g.mul(g);
        Tensor square = step["exp_avg_sq"] = old.addcmul(old.sub(fresh).sign(), fresh, Held(s.Beta2 - 1));
        Tensor divisor = (square / Held(step.Correction(s.Beta2))).Plus(s.EpsilonRoot).sqrt().Plus(s.Epsilon);
        return step.KeptParameter.addcdiv(mean, divisor, Held(-step.Rate / step.Correction(s.Beta1)));
    }
}
