namespace ParityNet.Torch.Rules;

static class RAdamRule
{
    public static Tensor Next(RAdam s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, mean = step["exp_avg"] = step["exp_avg"].mul(Held(s.Beta1)).add(g, Held(1 - s.Beta1));
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(Held(s.Beta2)).addcmul(g, g, Held(1 - s.Beta2));
        double correction = step.Correction(s.Beta2);
        double limit = 2 / (1 - s.Beta2) - 1, rho = limit - 2.0 * step.Number * Math.Pow(s.Beta2, step.Number) / correction;
        Tensor move = mean / Held(step.Correction(s.Beta1)) * Held(step.Rate);
        if (rho <= s.Threshold)
            return step.KeptParameter.add(move, Held(-1));
        double share = Math.Sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho));
        Tensor root = square.sqrt().Plus(s.Epsilon).reciprocal() * Held(Math.Sqrt(correction));
        return step.KeptParameter.add(move * root * Held(share), Held(-1));
    }
}
