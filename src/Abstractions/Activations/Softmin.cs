using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Costs made into probabilities that add to 1: the least cost is the likeliest.</summary>
/// <remarks><c>e⁻ˣ/Σ e⁻ˣ</c> along one dimension, the softmax of −x; pullback <c>p(Σ g·p − g)</c>. Same as <c>torch.nn.functional.softmin</c>.</remarks>
/// <param name="Dimension">The dimension that is normalised; negative counts from the last.</param>
public sealed record Softmin(int Dimension = -1) : RowActivation(Dimension), IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "softmin";

    /// <inheritdoc/>
    public override double Least => 0;

    /// <inheritdoc/>
    public override double Greatest => 1;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Softmin(), new Softmin(0)];
}
