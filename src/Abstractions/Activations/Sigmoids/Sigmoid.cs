using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The logistic function.</summary>
/// <remarks>
/// <c>σ(x) = 1/(1 + e⁻ˣ)</c>; derivative <c>σ(1 − σ)</c>. P.-F. Verhulst, 1838. Same as <c>torch.nn.functional.sigmoid</c>.
/// </remarks>
public sealed record Sigmoid : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "sigmoid";

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override double Smallest => 0;

    /// <inheritdoc/>
    public override double Largest => 1;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Sigmoid()];
}
