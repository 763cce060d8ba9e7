using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Turns costs into probabilities that sum to 1: the smallest cost gets the largest.</summary>
/// <remarks>
/// <c>e⁻ˣ/Σ e⁻ˣ</c> along one dimension, the softmax of −x; pullback <c>p(Σ g·p − g)</c>. Same as <c>torch.nn.functional.softmin</c>.
/// </remarks>
/// <param name="Dimension">
/// The dimension to normalize over; a negative one counts from the last, null means 0 for an input of rank 0, 1 or 3 and 1 for any other,
/// as in PyTorch.
/// </param>
public sealed record Softmin(int? Dimension = null) : SoftmaxActivation(Dimension), IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "softmin";

    /// <inheritdoc/>
    public override double Smallest => 0;

    /// <inheritdoc/>
    public override double Largest => 1;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Softmin(), new Softmin(0), new Softmin(-1)];
}
