using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>How far apart the directions of two vectors are where they should be alike, and how near where they should not.</summary>
/// <remarks>
/// <c>1 − cos</c> for a target of 1, <c>max(0, cos − m)</c> for −1, 0 for any other, with <c>cos = x₁·x₂/√((‖x₁‖² + 10⁻¹²)(‖x₂‖² + 10⁻¹²))</c>.
/// libtorch takes 10⁻¹² as a <c>float</c> in every element type. Derivative of the cosine: <c>x₂/√(n₁n₂) − cos·x₁/n₁</c>, which counts at the kink. Same as <c>torch.nn.CosineEmbeddingLoss</c>.
/// </remarks>
/// <param name="Margin">m: the largest cosine of vectors that differ; may be infinite.</param>
/// <param name="Reduction">How row losses become the result.</param>
public sealed record CosineEmbedding(double Margin = 0, Reduction Reduction = Reduction.Mean) : VectorLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>What is added to the square of each length, a <c>float</c> in every element type.</summary>
    public const double LeastSquare = 1e-12f;

    /// <summary>The largest cosine of vectors that differ; may be infinite.</summary>
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
