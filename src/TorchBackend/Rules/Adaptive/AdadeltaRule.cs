namespace ParityNet.Torch.Rules;

static class AdadeltaRule
{
    public static Tensor Next(Adadelta spec, ParameterStep step)
    {
        Tensor g = step.DecayedGradient;
        Tensor square = step["square_avg"] = step["square_avg"].mul(Held(spec.Rho)).addcmul(g, g, Held(1 - spec.Rho));
        Tensor delta = step["acc_delta"].Plus(spec.Epsilon).sqrt().div(square.Plus(spec.Epsilon).sqrt()).mul(g);
        step["acc_delta"] = step["acc_delta"].mul(Held(spec.Rho)).addcmul(delta, delta, Held(1 - spec.Rho));
        return step.Parameter.add(delta, Held(-step.Rate));
    }
}
