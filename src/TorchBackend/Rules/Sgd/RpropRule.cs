namespace ParityNet.Torch.Rules;

static class RpropRule
{
    public static Tensor Next(Rprop s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, turn = g.mul(step["prev"]).sign(), turns = turn.lt(Held(0));
        Tensor factor = turn.masked_fill(turn.gt(Held(0)), Held(s.EtaPlus)).masked_fill(turns, Held(s.EtaMinus))
            .masked_fill(turn.eq(Held(0)), Held(1));
        Tensor size = step["step_size"] = step["step_size"].mul(factor).clamp(Held(s.SmallestStep), Held(s.LargestStep));
        Tensor kept = step["prev"] = g.masked_fill(turns, Held(0));
        return step.KeptParameter.addcmul(kept.sign(), size, Held(-1));
    }
}
