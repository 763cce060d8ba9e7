using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>Makes the distance of similar pairs (target 1) small, and that of dissimilar pairs (target −1) larger than a margin.</summary>
/// <remarks>
/// <c>x</c> where y = 1, <c>max(0, m − x)</c> where y = −1, and the sum of both for any other y, NaN included.
/// Derivative: 1 where y = 1; −1 where y = −1 and <c>x ≤ m</c>, the margin itself included; for any other y their sum. The target has no
/// gradient. Same as <c>torch.nn.HingeEmbeddingLoss</c>.
/// </remarks>
/// <param name="Margin">m: the margin, the smallest distance of dissimilar pairs without loss; may be infinite.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record HingeEmbedding(double Margin = 1.0, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>m: the margin, the smallest distance of dissimilar pairs without loss; may be infinite.</summary>
    public double Margin { get; init => field = Require.Number(value); } = Require.Number(Margin);

    /// <inheritdoc/>
    public override string Name => "hinge_embedding_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, new("target") { Domain = Domain.Sign, TakesIntegers = true }];

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Margin), Margin)];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new HingeEmbedding(), new HingeEmbedding(0.3, Reduction.Sum), new HingeEmbedding(2, Reduction.None)];
}
