using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The hinge without a margin, of the perceptron, with targets −1 and 1.</summary>
/// <remarks>
/// <c>max(0, −y·x)</c>. Derivative: <c>−y</c> where <c>y·x &lt; 0</c>, else 0; on the boundary <c>y·x = 0</c> it is 0, as of libtorch's relu, where JAX
/// shares it between both sides. F. Rosenblatt, 1958. Same as <c>optax.perceptron_loss</c> elsewhere.
/// </remarks>
/// <param name="Reduction">How element losses become the result.</param>
public sealed record PerceptronLoss(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "perceptron_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target with { Domain = Domain.Sign }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new PerceptronLoss(), new PerceptronLoss(Reduction.Sum), new PerceptronLoss(Reduction.None)];
}
