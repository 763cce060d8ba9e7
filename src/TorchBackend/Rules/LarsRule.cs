namespace ParityNet.Torch.Rules;

static class LarsRule
{
    public static Tensor Next(Lars spec, ParameterStep step)
    {
        Tensor direction = step.DecayedGradient, size = step.Parameter.norm(), length = direction.norm();
        Tensor ratio = Trust.Ratio(size, length, size.mul(spec.TrustCoefficient).div(length.add(spec.Epsilon)));
        Tensor move = direction.mul(ratio).mul(step.Rate);
        Tensor buffer = step["momentum_buffer"] = step["momentum_buffer"].mul(spec.Momentum).add(move);
        return step.Parameter.sub(spec.Nesterov ? move.add(buffer, spec.Momentum) : buffer);
    }
}
