using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Leaky rectifier: the identity for positive inputs, a small slope for negative ones.</summary>
/// <remarks>
/// <c>x</c> for <c>x &gt; 0</c>, else <c>s·x</c>; derivative 1 or s, and s at 0. A. L. Maas and others, 2013. Same as
/// <c>torch.nn.functional.leaky_relu</c>.
/// </remarks>
/// <param name="NegativeSlope">s: the slope for negative inputs; finite, since PyTorch with an infinite one returns NaN for 0.</param>
public sealed record LeakyReLU(double NegativeSlope = 0.01) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>The slope for negative inputs; finite.</summary>
    public double NegativeSlope { get; init => field = Require.Finite(value); } = Require.Finite(NegativeSlope);

    /// <inheritdoc/>
    public override string Name => "leaky_relu";

    /// <inheritdoc/>
    public override bool IsIncreasing => NegativeSlope >= 0;

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(NegativeSlope), NegativeSlope)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new LeakyReLU(), new LeakyReLU(0.2)];
}
