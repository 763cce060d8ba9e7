namespace ParityNet.Torch.Rules;

static class AdamaxRule
{
    public static Tensor Next(Adamax s, ParameterStep step)
    {
        bool inside = s.Placement == EpsilonPlacement.Inside;
        Tensor g = step.DecayedGradient, size = inside ? g.abs().add(s.Epsilon) : g.abs();
        Tensor mean = step["exp_avg"] = step["exp_avg"].mul(s.Beta1).add(g, 1 - s.Beta1);
        Tensor greatest = step["exp_inf"] = step["exp_inf"].mul(s.Beta2).maximum(size);
        return step.KeptParameter.addcdiv(mean, inside ? greatest : greatest.add(s.Epsilon), -step.Rate / step.Correction(s.Beta1));
    }
}
