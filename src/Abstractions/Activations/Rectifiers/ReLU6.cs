using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>ReLU capped at 6.</summary>
/// <remarks>
/// <c>min(max(x, 0), 6)</c>; derivative 1 between 0 and 6, else 0, and 0 at both. A. Krizhevsky, 2010. Same as
/// <c>torch.nn.functional.relu6</c>.
/// </remarks>
public sealed record ReLU6 : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "relu6";

    /// <inheritdoc/>
    public override ImmutableArray<double> Kinks => [6];

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override double Smallest => 0;

    /// <inheritdoc/>
    public override double Largest => 6;

    /// <inheritdoc/>
    public override ImmutableArray<double> Cuts => [0, 6];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new ReLU6()];
}
