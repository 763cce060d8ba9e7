using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The logarithm of softmax, computed without the rounding error of softmax itself.</summary>
/// <remarks><c>x − ln Σ eˣ</c> along one dimension; pullback <c>g − p·Σ g</c>. Same as <c>torch.nn.functional.log_softmax</c>.</remarks>
/// <param name="Dimension">
/// The dimension to normalize over; a negative one counts from the last, null means 0 for an input of rank 0, 1 or 3 and 1 for any other,
/// as in PyTorch.
/// </param>
public sealed record LogSoftmax(int? Dimension = null) : SoftmaxActivation(Dimension), IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "log_softmax";

    /// <inheritdoc/>
    public override double Largest => 0;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new LogSoftmax(), new LogSoftmax(0), new LogSoftmax(-1)];
}
