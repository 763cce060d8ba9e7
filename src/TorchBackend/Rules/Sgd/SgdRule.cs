namespace ParityNet.Torch.Rules;

static class SgdRule
{
    public static Tensor Next(Sgd spec, ParameterStep step)
    {
        Tensor g = step.DecayedGradient;
        if (spec.Momentum == 0)
            return step.Parameter.add(g, Held(-step.Rate));
        Tensor kept = step["momentum_buffer"].mul(Held(spec.Momentum));
        Tensor buffer = step["momentum_buffer"] = spec.Form switch
        {
            MomentumForm.Velocity => kept.add(g, Held(step.Rate)),
            MomentumForm.Averaging => kept.add(g, Held(1 - spec.Momentum)),
            // PyTorch creates the buffer in the first step, as a copy of the gradient that dampening does not touch.
            _ => step.Number == 1 ? g : kept.add(g, Held(1 - spec.Dampening)),
        };
        if (spec.Form == MomentumForm.Velocity)
            return step.Parameter.sub(spec.Nesterov ? buffer.mul(Held(spec.Momentum)).add(g, Held(step.Rate)) : buffer);
        return step.Parameter.add(spec.Nesterov ? g.add(buffer, Held(spec.Momentum)) : buffer, Held(-step.Rate));
    }
}
