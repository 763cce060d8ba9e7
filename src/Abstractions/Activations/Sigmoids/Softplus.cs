using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>A smooth approximation of ReLU.</summary>
/// <remarks>
/// <c>ln(1 + e^(βx))/β</c>, and x itself where <c>βx</c> exceeds the threshold; derivative <c>σ(βx)</c> or 1.
/// C. Dugas and others, 2000. Same as <c>torch.nn.functional.softplus</c>.
/// </remarks>
/// <param name="Beta">β: the sharpness of the bend; finite. With β below 0 it approximates min(0, x); at 0 the value is ∞.</param>
/// <param name="Threshold">The <c>βx</c> above which it is the identity; any number, ∞ for never.</param>
public sealed record Softplus(double Beta = 1, double Threshold = 20) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>The sharpness of the bend; finite. Below 0 it approximates min(0, x); at 0 the value is ∞.</summary>
    public double Beta { get; init => field = Require.Finite(value); } = Require.Finite(Beta);

    /// <summary>The <c>βx</c> above which it is the identity; any number, ∞ for never.</summary>
    public double Threshold { get; init => field = Require.Number(value); } = Require.Number(Threshold);

    /// <inheritdoc/>
    public override string Name => "softplus";

    /// <inheritdoc/>
    public override bool IsIncreasing => Beta != 0 && double.IsPositiveInfinity(Threshold);

    /// <inheritdoc/>
    public override double Smallest => Beta >= 0 && Threshold >= 0 ? 0 : double.NegativeInfinity;

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Beta), Beta), new(nameof(Threshold), Threshold)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples =>
        [new Softplus(), new Softplus(2, 5), new Softplus(-1.5), new Softplus(0), new Softplus(0.5, double.PositiveInfinity)];
}
