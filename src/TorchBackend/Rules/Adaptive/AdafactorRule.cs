namespace ParityNet.Torch.Rules;

static class AdafactorRule
{
    public static Tensor Next(Adafactor spec, ParameterStep step)
    {
        Tensor g = step.Gradient, old = step.Parameter;
        if (g.numel() == 0)
            return old;
        double smallest = spec.Epsilon1 ?? (g.dtype == torch.float32 ? 1.0 / (1 << 23) : 1.0 / (1L << 52)),
            share = Math.Pow(step.Number, spec.Beta2Decay);
        double alpha = Math.Max(spec.Epsilon2, RootMeanSquare(old)) * Math.Min(step.Rate, 1 / Math.Sqrt(step.Number));
        Tensor variance;
        if (g.dim() < 2)
            variance = step["variance"] = WeightRules.Between(step["variance"], g.mul(g), share);
        else
        {
            Tensor rows = step["row_var"] = WeightRules.Between(step["row_var"], MeanSquare(g, -1), share);
            Tensor columns = step["col_var"] = WeightRules.Between(step["col_var"], MeanSquare(g, -2), share);
            variance = rows.matmul(columns).div(rows.mean([-2], keepdim: true).clamp_min(Held(smallest)));
        }
        Tensor update = variance.clamp_min(Held(smallest * smallest)).rsqrt().mul(g);
        double shrink = Math.Max(1, RootMeanSquare(update) / spec.ClipThreshold);
        Tensor decayed = spec.WeightDecay == 0 ? old : old.mul(Held(1 - step.Rate * spec.WeightDecay));
        return decayed.add(update, Held(-alpha / shrink));
    }

    static Tensor MeanSquare(Tensor g, int dimension) => g.norm(dimension, keepdim: true).Squared().div(Held(g.shape[g.dim() + dimension]));

    static double RootMeanSquare(Tensor tensor) => ParameterStep.Wide(tensor.norm()) / Math.Sqrt(tensor.numel());
}
