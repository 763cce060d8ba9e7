using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>A piecewise linear approximation of the sigmoid.</summary>
/// <remarks>
/// <c>clamp(x + 3, 0, 6)/6</c>; derivative 1/6 between −3 and 3, else 0, and 0 at both ends. Same as
/// <c>torch.nn.functional.hardsigmoid</c>.
/// </remarks>
public sealed record Hardsigmoid : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "hardsigmoid";

    /// <inheritdoc/>
    public override ImmutableArray<double> Kinks => [3];

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override double Smallest => 0;

    /// <inheritdoc/>
    public override double Largest => 1;

    /// <inheritdoc/>
    public override ImmutableArray<double> Cuts => [-3, 3];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Hardsigmoid()];
}
