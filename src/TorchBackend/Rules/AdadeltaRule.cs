namespace ParityNet.Torch.Rules;

static class AdadeltaRule
{
    public static Tensor Next(Adadelta spec, ParameterStep step)
    {
        Tensor g = step.DecayedGradient;
        Tensor square = step["square_avg"] = step["square_avg"].mul(spec.Rho).addcmul(g, g, 1 - spec.Rho);
        Tensor delta = step["acc_delta"].add(spec.Epsilon).sqrt().div(square.add(spec.Epsilon).sqrt()).mul(g);
        step["acc_delta"] = step["acc_delta"].mul(spec.Rho).addcmul(delta, delta, 1 - spec.Rho);
        return step.Parameter.add(delta, -step.Rate);
    }
}
