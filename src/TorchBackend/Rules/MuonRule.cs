namespace ParityNet.Torch.Rules;

static class MuonRule
{
    public static Tensor Next(Muon spec, ParameterStep step)
    {
        Tensor g = step.Gradient;
        Tensor buffer = step["momentum_buffer"] = WeightRules.Between(step["momentum_buffer"], g, 1 - spec.Momentum);
        Tensor update = spec.Nesterov ? WeightRules.Between(g, buffer, spec.Momentum) : buffer;
        bool tall = g.shape[0] > g.shape[1];
        Tensor nearly = Orthogonalized(spec, tall ? update.t() : update);
        return step.Parameter.mul(1 - step.Rate * spec.WeightDecay).add(tall ? nearly.t() : nearly, -step.Rate * spec.RateFactor(g.shape[0], g.shape[1]));
    }

    static Tensor Orthogonalized(Muon spec, Tensor update)
    {
        Tensor x = update.div(update.norm().clamp_min(spec.Epsilon));
        for (int i = 0; i < spec.Iterations; i++)
        {
            Tensor gram = x.mm(x.t());
            Tensor polynomial = gram.mul(spec.CoefficientB).add(gram.mm(gram), spec.CoefficientC);
            x = x.mul(spec.CoefficientA).add(polynomial.mm(x));
        }
        return x;
    }
}
