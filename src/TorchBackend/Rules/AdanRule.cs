namespace ParityNet.Torch.Rules;

static class AdanRule
{
    public static Tensor Next(Adan s, ParameterStep step)
    {
        Tensor g = step.Gradient, difference = step.Number == 1 ? g.sub(g) : step["neg_pre_grad"].add(g), both = difference.mul(s.Beta2).add(g);
        Tensor mean = step["exp_avg"] = step["exp_avg"].mul(s.Beta1).add(g, 1 - s.Beta1);
        Tensor change = step["exp_avg_diff"] = step["exp_avg_diff"].mul(s.Beta2).add(difference, 1 - s.Beta2);
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(s.Beta3).addcmul(both, both, 1 - s.Beta3);
        step["neg_pre_grad"] = g.neg();
        Tensor divisor = (square.sqrt() / Math.Sqrt(step.Correction(s.Beta3))).add(s.Epsilon);
        Tensor after = step.KeptParameter
            .addcdiv(mean, divisor, -step.Rate / step.Correction(s.Beta1))
            .addcdiv(change, divisor, -step.Rate * s.Beta2 / step.Correction(s.Beta2));
        return s.NoProximal ? after : after / (1 + step.Rate * s.WeightDecay);
    }
}
