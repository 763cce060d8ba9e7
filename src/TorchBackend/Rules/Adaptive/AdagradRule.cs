namespace ParityNet.Torch.Rules;

static class AdagradRule
{
    public static Tensor Next(Adagrad spec, ParameterStep step)
    {
        Tensor g = step.DecayedGradient;
        double rate = step.Rate / (1 + (step.Number - 1) * spec.LearningRateDecay);
        Tensor sum = step["sum"] = step["sum"].addcmul(g, g, Held(1));
        Tensor divisor = spec.Placement == EpsilonPlacement.Inside ? sum.Plus(spec.Epsilon).sqrt() : sum.sqrt().Plus(spec.Epsilon);
        return step.Parameter.addcdiv(g, divisor, Held(-rate));
    }
}
