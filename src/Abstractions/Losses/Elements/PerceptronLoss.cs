using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The perceptron loss: a hinge without a margin, for targets −1 and 1.</summary>
/// <remarks>
/// <c>max(0, −y·x)</c>. Derivative: <c>−y</c> where <c>y·x &lt; 0</c>, else 0; at the kink <c>y·x = 0</c> it is 0, as for libtorch's relu,
/// where JAX takes the mean of both sides. F. Rosenblatt, 1958. Same as <c>optax.perceptron_loss</c> elsewhere.
/// </remarks>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record PerceptronLoss(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "perceptron_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target with { Domain = Domain.Sign }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new PerceptronLoss(), new PerceptronLoss(Reduction.Sum), new PerceptronLoss(Reduction.None)];
}
