using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Continuously differentiable ELU: an exponential linear unit whose derivative at 0 is 1 for every α.</summary>
/// <remarks>
/// <c>x</c> for <c>x &gt; 0</c>, else <c>α(e^(x/α) − 1)</c>; derivative 1 or <c>e^(x/α)</c>, and 1 at 0.
/// J. T. Barron, 2017. Same as <c>torch.nn.functional.celu</c>,
/// whose gradient takes α as a <c>float</c> in every element type and cannot be computed beyond its range.
/// </remarks>
/// <param name="Alpha">
/// α: for α &gt; 0 the negative of the limit on the left, for α &lt; 0 there is none; any number but 0 that is finite as a <c>float</c>.
/// </param>
public sealed record Celu(double Alpha = 1) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>
    /// α: for α &gt; 0 the negative of the limit on the left, for α &lt; 0 there is none; any number but 0 that is finite as a
    /// <c>float</c>.
    /// </summary>
    public double Alpha { get; init => field = Require.InRangeOfFloat(Require.NotZero(value)); } = Require.InRangeOfFloat(Require.NotZero(Alpha));

    /// <inheritdoc/>
    public override string Name => "celu";

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new($"1/{nameof(Alpha)}", 1 / Alpha)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Celu(), new Celu(2), new Celu(0.3), new Celu(-1.5)];
}
