using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// Makes the directions of similar vectors (target 1) agree, and the cosine of dissimilar ones (target −1) at most a margin.
/// </summary>
/// <remarks>
/// <c>1 − cos</c> for a target of 1, <c>max(0, cos − m)</c> for −1, 0 for any other, with
/// <c>cos = x₁·x₂/√((‖x₁‖² + 10⁻¹²)(‖x₂‖² + 10⁻¹²))</c>. libtorch takes 10⁻¹² as a <c>float</c> in every element type. Derivative of the
/// cosine with respect to x₁: <c>x₂/√(n₁n₂) − cos·x₁/n₁</c> with <c>n = ‖x‖² + 10⁻¹²</c>, at the kink too. Same as
/// <c>torch.nn.CosineEmbeddingLoss</c>.
/// </remarks>
/// <param name="Margin">m: the margin, the largest cosine of dissimilar vectors without loss; may be infinite.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record CosineEmbedding(double Margin = 0, Reduction Reduction = Reduction.Mean) : VectorLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The number added to each squared norm, a <c>float</c> in every element type.</summary>
    public const double LeastSquare = 1e-12f;

    /// <summary>The margin, the largest cosine of dissimilar vectors without loss; may be infinite.</summary>
    public double Margin { get; init => field = Require.Number(value); } = Require.Number(Margin);

    /// <inheritdoc/>
    public override string Name => "cosine_embedding_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [new("input1", Differentiable: true), new("input2", Differentiable: true), new("target") { Domain = Domain.Sign, TakesIntegers = true }];

    /// <inheritdoc/>
    public override bool TakesScalars => false;

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new CosineEmbedding(), new CosineEmbedding(0.5, Reduction.Sum), new CosineEmbedding(-0.25, Reduction.None)];

    /// <inheritdoc/>
    protected override int MaxRank => 2;
}
