using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The L1 loss, the absolute difference; its mean is the mean absolute error.</summary>
/// <remarks><c>|r|</c> with <c>r = prediction − target</c>. Derivative: the sign of r, 0 at 0. Same as <c>torch.nn.L1Loss</c>.</remarks>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record AbsoluteError(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "l1_loss";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new AbsoluteError(), new AbsoluteError(Reduction.Sum), new AbsoluteError(Reduction.None)];
}
