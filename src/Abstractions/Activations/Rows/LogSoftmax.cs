using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The logarithm of a softmax, without the rounding of the softmax itself.</summary>
/// <remarks><c>x − ln Σ eˣ</c> along one dimension; pullback <c>g − p·Σ g</c>. Same as <c>torch.nn.functional.log_softmax</c>.</remarks>
/// <param name="Dimension">The dimension that is normalised; negative counts from the last, null takes 0 for an input of rank 0, 1 or 3 and 1 for any other, as PyTorch does.</param>
public sealed record LogSoftmax(int? Dimension = null) : SoftmaxActivation(Dimension), IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "log_softmax";

    /// <inheritdoc/>
    public override double Largest => 0;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new LogSoftmax(), new LogSoftmax(0), new LogSoftmax(-1)];
}
