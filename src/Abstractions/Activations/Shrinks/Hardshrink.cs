using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Hard thresholding: 0 where the input is small, else the input.</summary>
/// <remarks>
/// <c>x</c> for <c>|x| &gt; λ</c>, else 0; derivative 1 or 0, and 0 at ±λ. D. L. Donoho and I. M. Johnstone, 1994. Same as
/// <c>torch.nn.functional.hardshrink</c>.
/// </remarks>
/// <param name="Lambda">λ: the largest absolute value that becomes 0; may be infinite. With λ below 0 no input does.</param>
public sealed record Hardshrink(double Lambda = 0.5) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>λ: the largest absolute value that becomes 0; may be infinite. With λ below 0 no input does.</summary>
    [Option("lambd")]
    public double Lambda { get; init => field = Require.Number(value); } = Require.Number(Lambda);

    /// <inheritdoc/>
    public override string Name => "hardshrink";

    /// <inheritdoc/>
    public override bool IsOdd => true;

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override ImmutableArray<double> Cuts => Lambda < 0 || double.IsInfinity(Lambda) ? [] : [-Lambda, Lambda];

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Lambda), Lambda)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples =>
        [new Hardshrink(), new Hardshrink(1), new Hardshrink(-1), new Hardshrink(double.PositiveInfinity)];
}
