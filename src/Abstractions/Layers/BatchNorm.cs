using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Layers;

/// <summary>
/// Batch normalization: each channel minus its mean, divided by its standard deviation; batch statistics in training, else running
/// statistics.
/// </summary>
/// <remarks>
/// <c>(x − μ)/√(σ² + ε)·w + b</c> for each channel of the second dimension, with the biased variance. The running statistics are arguments,
/// read only where <paramref name="Training"/> is off; <see cref="BatchStatistics"/> updates them.
/// An empty input is returned unchanged; it may have no channels or a single dimension.
/// Derivatives as of <see cref="LayerNorm"/>, with means over a channel; with respect to x <c>ĝ/√(σ² + ε)</c> where
/// <paramref name="Training"/> is off. S. Ioffe and C. Szegedy, 2015. Same as <c>torch.nn.functional.batch_norm</c>, which updates the
/// running statistics in place.
/// </remarks>
/// <param name="Training">Whether to normalize by the statistics of the batch.</param>
/// <param name="Momentum">The weight of each batch in the running statistics; finite. It does not affect the value.</param>
/// <param name="Epsilon">ε: added to the variance; at least 0, because with a negative one PyTorch takes roots of negative numbers.</param>
public sealed record BatchNorm(bool Training = false, double Momentum = 0.1, double Epsilon = 1e-5) : ChannelLayer, IShowsExamples<LayerSpec>
{
    /// <summary>The weight of each batch in the running statistics; finite.</summary>
    public double Momentum { get; init => field = Require.Finite(value); } = Require.Finite(Momentum);

    /// <summary>ε: added to the variance; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <summary>The layer that updates the running statistics.</summary>
    public BatchStatistics Statistics => new(Momentum);

    /// <inheritdoc/>
    public override string Name => "batch_norm";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
    [
        Input, new("running_mean", Optional: Training), new("running_var", Optional: Training) { Domain = Domain.NotNegative },
        new("weight", Optional: true, Differentiable: true), new("bias", Optional: true, Differentiable: true),
    ];

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new BatchNorm(), new BatchNorm(true), new BatchNorm(true, 0.5, 1e-3)];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ArgumentNullException.ThrowIfNull(operands);
        ReadOnlySpan<nint> input = operands["input"].Lengths;
        bool empty = Shape.Count(input) == 0;
        if (!empty || input is [_, > 0, ..])
            // An empty batch has no variance and needs none.
            return [.. CheckChannels(operands, Training && !empty, "running_mean", "running_var", "weight", "bias")];
        foreach (string name in (ReadOnlySpan<string>)["weight", "bias"])
            if (operands.Has(name))
                throw new ArgumentException($"{name} must belong to channels: expected an input with at least one, got {Shape.Text(input)}.");
        foreach (string name in (ReadOnlySpan<string>)["running_mean", "running_var"])
            if (operands.TryNumbers(name, out Tensor<T>? numbers))
                Require.Shape(numbers, [0], "one number per channel", name);
        return [.. input];
    }
}
