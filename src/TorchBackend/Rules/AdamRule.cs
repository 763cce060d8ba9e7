namespace ParityNet.Torch.Rules;

static class AdamRule
{
    public static Tensor Next(Adam s, ParameterStep step) =>
        Move(step, step.Parameter, step.DecayedGradient, s);

    public static Tensor Next(AdamW s, ParameterStep step) =>
        Move(step, step.Parameter.mul(1 - step.Rate * s.WeightDecay), step.Gradient, s);

    static Tensor Move(ParameterStep step, Tensor parameter, Tensor g, AdamFamily s)
    {
        Tensor mean = step["exp_avg"] = step["exp_avg"].mul(s.Beta1).add(g, 1 - s.Beta1);
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(s.Beta2).addcmul(g, g, 1 - s.Beta2);
        if (s.AmsGrad)
            square = step["max_exp_avg_sq"] = step["max_exp_avg_sq"].maximum(square);
        double size = step.Rate / (1 - Math.Pow(s.Beta1, step.Number));
        Tensor divisor = (square.sqrt() / Math.Sqrt(1 - Math.Pow(s.Beta2, step.Number))).add(s.Epsilon);
        return parameter.addcdiv(mean, divisor, -size);
    }
}
