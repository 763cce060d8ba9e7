using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Exponential linear unit: the identity for positive inputs, an exponential approach to −α for negative ones.</summary>
/// <remarks>
/// <c>x</c> for <c>x &gt; 0</c>, else <c>α(eˣ − 1)</c>; derivative 1 or <c>αeˣ</c>, and α at 0.
/// D.-A. Clevert and others, 2015. Same as <c>torch.nn.functional.elu</c>.
/// </remarks>
/// <param name="Alpha">α: the negative of the limit on the left; finite, since PyTorch with an infinite one returns NaN for 0.</param>
public sealed record Elu(double Alpha = 1) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>α: the negative of the limit on the left; finite.</summary>
    public double Alpha { get; init => field = Require.Finite(value); } = Require.Finite(Alpha);

    /// <inheritdoc/>
    public override string Name => "elu";

    /// <inheritdoc/>
    public override bool IsIncreasing => Alpha >= 0;

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Alpha), Alpha)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Elu(), new Elu(0.5), new Elu(1.7)];
}
