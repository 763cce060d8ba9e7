using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Scores made into probabilities that add to 1.</summary>
/// <remarks><c>eˣ/Σ eˣ</c> along one dimension, computed without overflow; pullback <c>p(g − Σ g·p)</c>. J. S. Bridle, 1990. Same as <c>torch.nn.functional.softmax</c>.</remarks>
/// <param name="Dimension">The dimension that is normalised; negative counts from the last.</param>
public sealed record Softmax(int Dimension = -1) : RowActivation(Dimension), IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "softmax";

    /// <inheritdoc/>
    public override double Least => 0;

    /// <inheritdoc/>
    public override double Greatest => 1;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Softmax(), new Softmax(0)];
}
