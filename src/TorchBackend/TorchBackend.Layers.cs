namespace ParityNet.Torch;

public sealed partial class TorchBackend
{
    internal static Forward ForwardOf(LayerSpec spec) => spec switch
    {
        // A bias of shape [1] must be 0-dimensional in libtorch where the weight has one dimension.
        Linear => a => F.linear(a.Input, a.Weight!, a.Weight!.dim() == 1 ? a["bias"]?.squeeze(0) : a["bias"]),
        Dropout { Training: false } => a => a.Input.clone(),
        // libtorch draws its own mask, then multiplies in this way.
        Dropout { P: 1 } => a => a.Input * Held(0),
        Dropout s => a => a.Input * (a["mask"]! / Held(1 - s.P)),
        LayerNorm s => a => F.layer_norm(a.Input, [.. s.NormalizedShape.Select(length => (long)length)], a.Weight, a["bias"], s.Epsilon),
        RmsNorm s => a => RootMeanSquares(s, a),
        // Without a weight libtorch fails at the gradient with respect to the bias alone.
        GroupNorm s => a => F.group_norm(
            a.Input, s.NumGroups, a.Weight ?? torch.ones(a.Input.shape[1], dtype: a.Input.dtype), a["bias"], s.Epsilon),
        BatchNorm s => a => F.batch_norm(
            a.Input, s.Training ? null : a["running_mean"], s.Training ? null : a["running_var"], a.Weight, a["bias"], s.Training, s.Momentum,
                s.Epsilon),
        BatchStatistics s => a => Statistics(s, a),
        L1Penalty s => a => a.Input.abs().sum() * Held(s.Strength),
        L2Penalty { Half: true } s => a => Held(0.5 * s.Strength) * a.Input.Squared().sum(),
        L2Penalty s => a => Held(s.Strength) * a.Input.Squared().sum(),
        _ => throw Missing(spec, "Layers"),
    };

    // TorchSharp has no rms_norm; this is libtorch's composition.
    static Tensor RootMeanSquares(RmsNorm spec, TorchArguments a)
    {
        long[] last = [.. Enumerable.Range(1, spec.NormalizedShape.Length).Select(i => (long)-i)];
        double epsilon = spec.Epsilon ?? (a.Input.dtype == torch.ScalarType.Float32 ? spec.For<float>() : spec.For<double>()).Epsilon!.Value;
        Tensor normal = a.Input * a.Input.Squared().mean(last, keepdim: true).Plus(epsilon).rsqrt();
        return a.Weight is { } weight ? normal * weight : normal;
    }

    // batch_norm updates the running statistics in place; here they are copies.
    static Tensor Statistics(BatchStatistics spec, TorchArguments a)
    {
        Tensor mean = a["running_mean"]!, variance = a["running_var"]!;
        F.batch_norm(a.Input, mean, variance, training: true, momentum: spec.Momentum);
        return torch.stack([mean, variance]);
    }
}
