namespace ParityNet.Torch.Rules;

/// <remarks>As since PyTorch 2.0; 1.13 multiplies the product by μ once more.</remarks>
static class NAdamRule
{
    public static Tensor Next(NAdam s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, mean = step["exp_avg"] = step["exp_avg"].mul(Held(s.Beta1)).add(g, Held(1 - s.Beta1));
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(Held(s.Beta2)).addcmul(g, g, Held(1 - s.Beta2));
        double now = s.MomentumAt(step.Number), then = s.MomentumAt(step.Number + 1);
        Tensor product = step["mu_product"] = step["mu_product"].mul(Held(now));
        Tensor divisor = (square / Held(step.Correction(s.Beta2))).sqrt().Plus(s.Epsilon);
        return step.KeptParameter
            .addcdiv(g, divisor, Held(-step.Rate * (1 - now) / (1 - ParameterStep.Wide(product))))
            .addcdiv(mean, divisor, Held(-step.Rate * then / (1 - ParameterStep.Wide(product.mul(Held(then))))));
    }
}
