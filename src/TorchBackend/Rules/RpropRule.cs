namespace ParityNet.Torch.Rules;

static class RpropRule
{
    public static Tensor Next(Rprop s, ParameterStep step)
    {
        Tensor g = step.DecayedGradient, turn = g.mul(step["prev"]).sign(), turns = turn.lt(0);
        Tensor factor = turn.masked_fill(turn.gt(0), s.EtaPlus).masked_fill(turns, s.EtaMinus).masked_fill(turn.eq(0), 1);
        Tensor size = step["step_size"] = step["step_size"].mul(factor).clamp(s.LeastStep, s.GreatestStep);
        Tensor kept = step["prev"] = g.masked_fill(turns, 0);
        return step.KeptParameter.addcmul(kept.sign(), size, -1);
    }
}
