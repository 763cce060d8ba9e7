using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The squared difference; its mean is the mean squared error.</summary>
/// <remarks>
/// <c>r²</c>, or <c>½r²</c> with <paramref name="Half"/>, where <c>r = prediction − target</c>. Derivative: <c>2r</c>, or <c>r</c>.
/// C. F. Gauss, 1809. Same as <c>torch.nn.MSELoss</c>; the half form is <c>optax.l2_loss</c>.
/// </remarks>
/// <param name="Half">Whether to halve the loss, so that the derivative is the difference itself.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
[Alias("l2_loss", "half=true")]
public sealed record SquaredError(bool Half = false, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "mse_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target with { TakesIntegers = false }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new SquaredError(), new SquaredError(Half: true), new SquaredError(Reduction: Reduction.Sum), new SquaredError(Reduction: Reduction.None)];
}
