namespace ParityNet.Torch.Rules;

static class SignumRule
{
    public static Tensor Next(Signum s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient;
        if (s.Momentum > 0)
            g = step["momentum_buffer"] = step["momentum_buffer"].mul(Held(s.Momentum)).add(g, Held(1 - s.Momentum));
        return step.KeptParameter.add(g.sign(), Held(-step.Rate));
    }
}
