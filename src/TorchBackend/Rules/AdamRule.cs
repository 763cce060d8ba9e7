namespace ParityNet.Torch.Rules;

static class AdamRule
{
    public static Tensor Next(AmsGradFamily s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, mean = step["exp_avg"] = step["exp_avg"].mul(s.Beta1).add(g, 1 - s.Beta1);
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(s.Beta2).addcmul(g, g, 1 - s.Beta2);
        bool early = s is { AmsGrad: true, AmsGradForm: AmsGradForm.Corrected };
        double correction = step.Correction(s.Beta2);
        if (s.AmsGrad)
            square = step["max_exp_avg_sq"] = step["max_exp_avg_sq"].maximum(early ? square / correction : square);
        double pending = early ? 1 : correction;
        Tensor divisor = s.Placement switch
        {
            EpsilonPlacement.Inside => (square / pending).add(s.Epsilon).sqrt(),
            EpsilonPlacement.Uncorrected => (square.sqrt() / Math.Sqrt(pending)).add(s.Epsilon / Math.Sqrt(correction)),
            _ when s.EpsilonRoot > 0 => (square / pending).add(s.EpsilonRoot).sqrt().add(s.Epsilon),
            _ => (square.sqrt() / Math.Sqrt(pending)).add(s.Epsilon),
        };
        return step.KeptParameter.addcdiv(mean, divisor, -step.Rate / step.Correction(s.Beta1));
    }
}
