namespace ParityNet.Torch.Rules;

static class AdamaxRule
{
    public static Tensor Next(Adamax s, ParameterStep step)
    {
        bool inside = s.Placement == EpsilonPlacement.Inside;
        Tensor g = step.DecayedGradient, size = inside ? g.abs().Plus(s.Epsilon) : g.abs();
        Tensor mean = step["exp_avg"] = step["exp_avg"].mul(Held(s.Beta1)).add(g, Held(1 - s.Beta1));
        Tensor largest = step["exp_inf"] = step["exp_inf"].mul(Held(s.Beta2)).maximum(size);
        return step.KeptParameter.addcdiv(mean, inside ? largest : largest.Plus(s.Epsilon), Held(-step.Rate / step.Correction(s.Beta1)));
    }
}
