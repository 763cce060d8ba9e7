namespace ParityNet.Torch.Rules;

static class ClipRules
{
    public static Tensor[] Next(ClipGradNorm spec, IReadOnlyList<ParameterStep> all, StateRule inner)
    {
        Tensor[] given = [.. all.Select(step => step.Given).Where(gradient => gradient.numel() > 0)];
        if (given.Length == 0)
            return inner([.. all.Select(step => step.For(spec.Optimizer))]);
        Tensor? common = spec.PerTensor ? null : Factor(spec, given);
        return inner(
            [.. all.Select(step =>
            step.For(spec.Optimizer, derivative: step.Given.numel() == 0 ? step.Given : step.Given.mul(common ?? Factor(spec, step.Given))))]);
    }

    public static Tensor[] Next(ClipGradValue spec, IReadOnlyList<ParameterStep> all, StateRule inner) =>
        inner([.. all.Select(step => step.For(spec.Optimizer, derivative: step.Given.clamp(Held(-spec.ClipValue), Held(spec.ClipValue))))]);

    static Tensor Factor(ClipGradNorm spec, params Tensor[] gradients)
    {
        Tensor norm = Norm(torch.stack([.. gradients.Select(gradient => Norm(gradient, spec.NormType))]), spec.NormType);
        return (Held(spec.MaxNorm) / norm.Plus(spec.Epsilon)).clamp_max(Held(1));
    }

    // TorchSharp's norm takes its order as a float, which represents −∞, 0, 1 and 2 exactly, but not every other order.
    static Tensor Norm(Tensor tensor, double order) => order switch
    {
        double.PositiveInfinity => tensor.abs().max(),
        double.NegativeInfinity or 0 or 1 or 2 => tensor.norm((float)order),
        _ => tensor.abs().pow(Held(order)).sum().pow(Held(1 / order)),
    };
}
