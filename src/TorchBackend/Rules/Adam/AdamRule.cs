namespace ParityNet.Torch.Rules;

static class AdamRule
{
    public static Tensor Next(AmsGradFamily s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, mean = step["exp_avg"] = step["exp_avg"].mul(Held(s.Beta1)).add(g, Held(1 - s.Beta1));
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(Held(s.Beta2)).addcmul(g, g, Held(1 - s.Beta2));
        bool early = s is { AmsGrad: true, AmsGradForm: AmsGradForm.Corrected };
        double correction = s.BiasCorrection ? step.Correction(s.Beta2) : 1;
        if (s.AmsGrad)
            square = step["max_exp_avg_sq"] = step["max_exp_avg_sq"].maximum(early ? square / Held(correction) : square);
        double pending = early ? 1 : correction;
        Tensor divisor = s.Placement switch
        {
            EpsilonPlacement.Inside => (square / Held(pending)).Plus(s.Epsilon).sqrt(),
            EpsilonPlacement.Uncorrected => (square.sqrt() / Held(Math.Sqrt(pending))).Plus(s.Epsilon / Math.Sqrt(correction)),
            _ when s.EpsilonRoot > 0 => (square / Held(pending)).Plus(s.EpsilonRoot).sqrt().Plus(s.Epsilon),
            _ => (square.sqrt() / Held(Math.Sqrt(pending))).Plus(s.Epsilon),
        };
        return step.KeptParameter.addcdiv(mean, divisor, Held(-step.Rate / (s.BiasCorrection ? step.Correction(s.Beta1) : 1)));
    }
}
