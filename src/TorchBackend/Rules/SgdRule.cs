namespace ParityNet.Torch.Rules;

static class SgdRule
{
    public static Tensor Next(Sgd spec, ParameterStep step)
    {
        Tensor g = step.DecayedGradient;
        if (spec.Momentum == 0)
            return step.Parameter.add(g, -step.Rate);
        Tensor kept = step["momentum_buffer"].mul(spec.Momentum);
        Tensor buffer = step["momentum_buffer"] = spec.Form switch
        {
            MomentumForm.Velocity => kept.add(g, step.Rate),
            MomentumForm.Averaging => kept.add(g, 1 - spec.Momentum),
            // PyTorch creates the buffer in the first step, as a copy of the gradient that dampening does not touch.
            _ => step.Number == 1 ? g : kept.add(g, 1 - spec.Dampening),
        };
        if (spec.Form == MomentumForm.Velocity)
            return step.Parameter.sub(spec.Nesterov ? buffer.mul(spec.Momentum).add(g, step.Rate) : buffer);
        return step.Parameter.add(spec.Nesterov ? g.add(buffer, spec.Momentum) : buffer, -step.Rate);
    }
}
