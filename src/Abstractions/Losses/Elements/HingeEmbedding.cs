using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>Keeps the distance of similar pairs, marked 1, small, and that of different ones, marked −1, beyond a margin.</summary>
/// <remarks>
/// <c>x</c> where y = 1, <c>max(0, m − x)</c> where y = −1, and the sum of both for any other y, NaN too.
/// Derivative: 1 where y = 1; −1 where y = −1 and <c>x ≤ m</c>, the margin itself included; by any other y their sum. The target has no gradient.
/// Same as <c>torch.nn.HingeEmbeddingLoss</c>.
/// </remarks>
/// <param name="Margin">m: how far different pairs should be apart; may be infinite.</param>
/// <param name="Reduction">How element losses become the result.</param>
public sealed record HingeEmbedding(double Margin = 1.0, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>m: how far different pairs should be apart; may be infinite.</summary>
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
