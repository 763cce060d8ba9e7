namespace ParityNet.Torch.Rules;

static class AdanRule
{
    public static Tensor Next(Adan s, ParameterStep step)
    {
        Tensor g = step.Gradient, difference = step.Number == 1 ? g.sub(g) : step["neg_pre_grad"].Plus(g),
            both = difference.mul(Held(s.Beta2)).Plus(g);
        Tensor mean = step["exp_avg"] = step["exp_avg"].mul(Held(s.Beta1)).add(g, Held(1 - s.Beta1));
        Tensor change = step["exp_avg_diff"] = step["exp_avg_diff"].mul(Held(s.Beta2)).add(difference, Held(1 - s.Beta2));
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(Held(s.Beta3)).addcmul(both, both, Held(1 - s.Beta3));
        step["neg_pre_grad"] = g.neg();
        Tensor divisor = (square.sqrt() / Held(Math.Sqrt(step.Correction(s.Beta3)))).Plus(s.Epsilon);
        Tensor after = step.KeptParameter
            .addcdiv(mean, divisor, Held(-step.Rate / step.Correction(s.Beta1)))
            .addcdiv(change, divisor, Held(-step.Rate * s.Beta2 / step.Correction(s.Beta2)));
        return s.NoProximal ? after : after / Held(1 + step.Rate * s.WeightDecay);
    }
}
