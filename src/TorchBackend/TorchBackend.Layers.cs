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
        BatchNorm s => a => F.batch_norm(
            a.Input, s.Training ? null : a["running_mean"], s.Training ? null : a["running_var"], a.Weight, a["bias"], s.Training, s.Momentum,
                s.Epsilon),
        BatchStatistics s => a => Statistics(s, a),
        L1Penalty s => a => a.Input.abs().sum() * Held(s.Strength),
        L2Penalty { Half: true } s => a => Held(0.5 * s.Strength) * a.Input.Squared().sum(),
        L2Penalty s => a => Held(s.Strength) * a.Input.Squared().sum(),
        _ => throw Missing(spec, "Layers"),
    };

    // batch_norm updates the running statistics in place; here they are copies.
    static Tensor Statistics(BatchStatistics spec, TorchArguments a)
    {
        Tensor mean = a["running_mean"]!, variance = a["running_var"]!;
        F.batch_norm(a.Input, mean, variance, training: true, momentum: spec.Momentum);
        return torch.stack([mean, variance]);
    }
}
