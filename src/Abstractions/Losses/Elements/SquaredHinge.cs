using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The squared hinge loss, differentiable at the margin, for targets −1 and 1.</summary>
/// <remarks>
/// <c>max(0, 1 − y·x)²</c>. Derivative: <c>−2y·max(0, 1 − y·x)</c>. Same as <c>keras.losses.squared_hinge</c> on such targets; Keras also
/// turns targets 0 and 1 into −1 and 1.
/// </remarks>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record SquaredHinge(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "squared_hinge";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target with { Domain = Domain.Sign }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new SquaredHinge(), new SquaredHinge(Reduction.Sum), new SquaredHinge(Reduction.None)];
}
