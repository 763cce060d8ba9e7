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
        return step.Parameter.mul(Held(1 - step.Rate * spec.WeightDecay))
            .add(tall ? nearly.t() : nearly, Held(-step.Rate * spec.RateFactor(g.shape[0], g.shape[1])));
    }

    static Tensor Orthogonalized(Muon spec, Tensor update)
    {
        Tensor x = update.div(update.norm().clamp_min(Held(spec.Epsilon)));
        for (int i = 0; i < spec.Iterations; i++)
        {
            Tensor gram = x.mm(x.t());
            Tensor polynomial = gram.mul(Held(spec.CoefficientB)).add(gram.mm(gram), Held(spec.CoefficientC));
            x = x.mul(Held(spec.CoefficientA)).Plus(polynomial.mm(x));
        }
        return x;
    }
}
