namespace ParityNet.Torch.Rules;

static class ClipRules
{
    public static Tensor[] Next(ClipGradNorm spec, IReadOnlyList<ParameterStep> all, StateRule inner)
    {
        Tensor[] given = [.. all.Select(step => step.Given).Where(gradient => gradient.numel() > 0)];
        if (given.Length == 0)
            return inner([.. all.Select(step => step.For(spec.Optimizer))]);
        Tensor norm = Norm(torch.stack([.. given.Select(gradient => Norm(gradient, spec.NormType))]), spec.NormType);
        Tensor factor = (spec.MaxNorm / norm.add(ClipGradNorm.Margin)).clamp_max(1);
        return inner([.. all.Select(step => step.For(spec.Optimizer, slope: step.Given.mul(factor)))]);
    }

    public static Tensor[] Next(ClipGradValue spec, IReadOnlyList<ParameterStep> all, StateRule inner) =>
        inner([.. all.Select(step => step.For(spec.Optimizer, slope: step.Given.clamp((Scalar)(-spec.ClipValue), (Scalar)spec.ClipValue)))]);

    // TorchSharp's norm takes its order as a float, which holds 1, 2 and ∞ but not every other.
    static Tensor Norm(Tensor tensor, double order) => order switch
    {
        double.PositiveInfinity => tensor.abs().max(),
        1 or 2 => tensor.norm((float)order),
        _ => tensor.abs().pow(order).sum().pow(1 / order),
    };
}
