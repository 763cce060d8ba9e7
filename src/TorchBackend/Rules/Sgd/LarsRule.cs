namespace ParityNet.Torch.Rules;

static class LarsRule
{
    public static Tensor Next(Lars spec, ParameterStep step)
    {
        Tensor direction = step.DecayedGradient, size = step.Parameter.norm(), length = direction.norm();
        Tensor ratio = Trust.Ratio(size, length, size.mul(Held(spec.TrustCoefficient)).div(length.Plus(spec.Epsilon)));
        Tensor move = direction.mul(ratio).mul(Held(step.Rate));
        Tensor buffer = step["momentum_buffer"] = step["momentum_buffer"].mul(Held(spec.Momentum)).Plus(move);
        return step.Parameter.sub(spec.Nesterov ? move.add(buffer, Held(spec.Momentum)) : buffer);
    }
}
