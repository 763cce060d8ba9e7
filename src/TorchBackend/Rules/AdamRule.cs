namespace ParityNet.Torch.Rules;

static class AdamRule
{
    public static Tensor Next(Adam s, ParameterStep step) =>
        Move(step, step.Parameter, step.DecayedGradient, s.Beta1, s.Beta2, s.Epsilon, s.AmsGrad);

    public static Tensor Next(AdamW s, ParameterStep step) =>
        Move(step, step.Parameter.mul(1 - step.Rate * s.WeightDecay), step.Gradient, s.Beta1, s.Beta2, s.Epsilon, s.AmsGrad);

    static Tensor Move(ParameterStep step, Tensor parameter, Tensor g, double beta1, double beta2, double epsilon, bool amsGrad)
    {
        Tensor mean = step["exp_avg"] = step["exp_avg"].mul(beta1).add(g, 1 - beta1);
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(beta2).addcmul(g, g, 1 - beta2);
        if (amsGrad)
            square = step["max_exp_avg_sq"] = step["max_exp_avg_sq"].maximum(square);
        double size = step.Rate / (1 - Math.Pow(beta1, step.Number));
        Tensor divisor = (square.sqrt() / Math.Sqrt(1 - Math.Pow(beta2, step.Number))).add(epsilon);
        return parameter.addcdiv(mean, divisor, -size);
    }
}
