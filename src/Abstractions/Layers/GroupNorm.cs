using System.Collections.Immutable;

namespace ParityNet.Layers;

/// <summary>
/// Group normalization: the channels of each example in groups, each minus its mean, divided by its standard deviation; independent of the
/// batch.
/// </summary>
/// <remarks>
/// <c>(x − μ)/√(σ² + ε)·w + b</c> with mean and biased variance over the channels of a group and all dimensions after the second, w and b
/// per channel. One group is <see cref="LayerNorm"/> over all but the first dimension, one channel per group is instance normalization.
/// Derivatives as of <see cref="LayerNorm"/>, with means over a group. Y. Wu and K. He, 2018. Same as
/// <c>torch.nn.functional.group_norm</c>. NaN and ∞ reach all elements of their group.
/// </remarks>
/// <param name="NumGroups">The number of groups; at least 1, a divisor of the number of channels.</param>
/// <param name="Epsilon">ε: added to the variance; at least 0.</param>
public sealed record GroupNorm(int NumGroups, double Epsilon = 1e-5) : ChannelLayer, IShowsExamples<LayerSpec>
{
    /// <summary>The number of groups; at least 1, a divisor of the number of channels.</summary>
    public int NumGroups { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(NumGroups, 1);

    /// <summary>ε: added to the variance; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <inheritdoc/>
    public override string Name => "group_norm";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Input, new("weight", Optional: true, Differentiable: true), new("bias", Optional: true, Differentiable: true)];

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new GroupNorm(1), new GroupNorm(2), new GroupNorm(2, 1e-3)];

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => lead[1] % NumGroups == 0;

    /// <summary>The number of elements of a group.</summary>
    /// <param name="shape">The shape of the input.</param>
    /// <returns>The channels of a group times the elements of a channel in one example.</returns>
    public nint LengthOf(ReadOnlySpan<nint> shape) => shape[1] / NumGroups * Shape.Count(shape[2..]);

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> input = CheckChannels(operands, several: false, "weight", "bias");
        return FitsLead(input)
            ? [.. input]
            : throw new ArgumentException(
                $"{nameof(NumGroups)} must divide the number of channels: expected a divisor of {input[1]}, got {NumGroups}.");
    }
}
