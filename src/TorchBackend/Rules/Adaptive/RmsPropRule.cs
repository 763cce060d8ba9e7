namespace ParityNet.Torch.Rules;

static class RmsPropRule
{
    public static Tensor Next(RmsProp spec, ParameterStep step)
    {
        Tensor g = step.DecayedGradient;
        Tensor square = step["square_avg"] = step["square_avg"].mul(Held(spec.Alpha)).addcmul(g, g, Held(1 - spec.Alpha));
        Tensor spread = Spread(spec, step, square, g);
        Tensor divisor = spec.Placement == EpsilonPlacement.Inside ? spread.Plus(spec.Epsilon).sqrt() : spread.sqrt().Plus(spec.Epsilon);
        if (spec.Momentum == 0)
            return step.Parameter.addcdiv(g, divisor, Held(-step.Rate));
        bool velocity = spec.Form == MomentumForm.Velocity;
        Tensor buffer = step["momentum_buffer"] = step["momentum_buffer"].mul(Held(spec.Momentum))
            .addcdiv(g, divisor, Held(velocity ? step.Rate : 1));
        return step.Parameter.add(buffer, Held(velocity ? -1 : -step.Rate));
    }

    static Tensor Spread(RmsProp spec, ParameterStep step, Tensor square, Tensor g)
    {
        square = Corrected(square);
        if (!spec.Centered)
            return square;
        Tensor mean = step["grad_avg"] = step["grad_avg"].mul(Held(spec.Alpha)).add(g, Held(1 - spec.Alpha));
        mean = Corrected(mean);
        return square.addcmul(mean, mean, Held(-1));

        Tensor Corrected(Tensor average) => spec.BiasCorrection ? average / Held(step.Correction(spec.Alpha)) : average;
    }
}
