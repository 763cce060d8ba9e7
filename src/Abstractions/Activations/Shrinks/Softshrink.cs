using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Soft thresholding: the input moved towards 0 by λ, and 0 where it is smaller.</summary>
/// <remarks>
/// <c>x − λ</c> for <c>x &gt; λ</c>, <c>x + λ</c> for <c>x &lt; −λ</c>, else 0; derivative 1, 1 and 0, and 0 at ±λ. D. L. Donoho and I. M.
/// Johnstone, 1994. Same as <c>torch.nn.functional.softshrink</c>.
/// </remarks>
/// <param name="Lambda">λ: the threshold; finite, at least 0, and in the range of the element type.</param>
public sealed record Softshrink(double Lambda = 0.5) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>λ: the threshold; finite, at least 0, and in the range of the element type.</summary>
    [Option("lambd")]
    public double Lambda { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Lambda);

    /// <inheritdoc/>
    public override string Name => "softshrink";

    /// <inheritdoc/>
    public override bool IsOdd => true;

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override ImmutableArray<double> Cuts => [-Lambda, Lambda];

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Lambda), Lambda)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Softshrink(), new Softshrink(1.5), new Softshrink(0)];
}
