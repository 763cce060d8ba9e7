using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>A smooth positive part.</summary>
/// <remarks>
/// <c>ln(1 + e^(βx))/β</c>, and x itself where <c>βx</c> exceeds the threshold; slope <c>σ(βx)</c> or 1.
/// C. Dugas and others, 2000. Same as <c>torch.nn.functional.softplus</c>.
/// </remarks>
/// <param name="Beta">β: how sharp the bend is; greater than 0.</param>
/// <param name="Threshold">Where it becomes the identity; finite.</param>
public sealed record Softplus(double Beta = 1, double Threshold = 20) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>How sharp the bend is; greater than 0.</summary>
    public double Beta { get; init => field = Require.Positive(value); } = Require.Positive(Beta);

    /// <summary>Where it becomes the identity; finite.</summary>
    public double Threshold { get; init => field = Require.Finite(value); } = Require.Finite(Threshold);

    /// <inheritdoc/>
    public override string Name => "softplus";

    /// <inheritdoc/>
    public override double Least => Threshold >= 0 ? 0 : double.NegativeInfinity;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Softplus(), new Softplus(2, 5)];
}
