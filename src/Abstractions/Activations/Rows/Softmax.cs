using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Turns scores (logits) into probabilities that sum to 1.</summary>
/// <remarks>
/// <c>eˣ/Σ eˣ</c> along one dimension, computed without overflow; pullback <c>p(g − Σ g·p)</c>. J. S. Bridle, 1990. Same as
/// <c>torch.nn.functional.softmax</c>.
/// </remarks>
/// <param name="Dimension">
/// The dimension to normalize over; a negative one counts from the last, null means 0 for an input of rank 0, 1 or 3 and 1 for any other,
/// as in PyTorch.
/// </param>
public sealed record Softmax(int? Dimension = null) : SoftmaxActivation(Dimension), IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "softmax";

    /// <inheritdoc/>
    public override double Smallest => 0;

    /// <inheritdoc/>
    public override double Largest => 1;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Softmax(), new Softmax(0), new Softmax(-1)];
}
