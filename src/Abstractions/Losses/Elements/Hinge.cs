using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The hinge loss of a maximum-margin classifier with targets −1 and 1.</summary>
/// <remarks>
/// <c>max(0, 1 − y·x)</c>. Derivative: <c>−y</c> where <c>y·x &lt; 1</c>, else 0. C. Cortes and V. Vapnik, 1995. Same as
/// <c>keras.losses.hinge</c> on such targets.
/// </remarks>
/// <param name="Reduction">How the losses of elements are reduced.</param>
[Alias("hinge_loss")]
public sealed record Hinge(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "hinge";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target with { Domain = Domain.Sign }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new Hinge(), new Hinge(Reduction.Sum), new Hinge(Reduction.None)];
}
