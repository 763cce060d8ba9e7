using System.Collections.Immutable;

namespace ParityNet.Layers;

/// <summary>The running mean and variance of each channel after one more batch: the buffers of batch normalization.</summary>
/// <remarks>
/// <c>(1 − m)·running + m·batch</c>, with the <i>unbiased</i> variance of the batch. The value has shape <c>[2, C]</c>: means, then
/// variances. Same as the running statistics after <c>torch.nn.functional.batch_norm</c> in training.
/// </remarks>
/// <param name="Momentum">m: the weight of the new batch; finite.</param>
public sealed record BatchStatistics(double Momentum = 0.1) : ChannelLayer, IShowsExamples<LayerSpec>
{
    /// <summary>The weight of the new batch; finite.</summary>
    public double Momentum { get; init => field = Require.Finite(value); } = Require.Finite(Momentum);

    /// <inheritdoc/>
    public override string Name => "batch_norm_update_stats";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [new("input"), new("running_mean"), new("running_var") { Domain = Domain.NotNegative }];

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new BatchStatistics(), new BatchStatistics(0.5)];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands) =>
        [2, CheckChannels(operands, several: true, "running_mean", "running_var")[1]];
}
