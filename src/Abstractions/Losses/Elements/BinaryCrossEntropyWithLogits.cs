using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>Binary cross-entropy of a sigmoid, computed from its logits without overflow.</summary>
/// <remarks>
/// <c>w[(1 − y)x + (1 + (q − 1)y)·ln(1 + e⁻ˣ)]</c> with weight w and positive weight q.
/// Derivative: <c>w[(1 − y) − (1 + (q − 1)y)·σ(−x)]</c>, which is <c>w[σ(x) − y]</c> for q = 1.
/// Same as <c>torch.nn.BCEWithLogitsLoss</c>; as there, weights have no gradient, and the target must have the shape of the prediction.
/// </remarks>
/// <param name="Base">The unit: nats or bits.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record BinaryCrossEntropyWithLogits(LogBase Base = LogBase.Nats, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The unit: nats or bits.</summary>
    public LogBase Base { get; init => field = Require.Defined(value); } = Require.Defined(Base);

    /// <inheritdoc/>
    public override string Name => "binary_cross_entropy_with_logits";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction, Target with { Domain = Domain.UnitInterval, TakesIntegers = false }, Weight("weight"), Weight("pos_weight")];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new BinaryCrossEntropyWithLogits(), new BinaryCrossEntropyWithLogits(LogBase.Bits, Reduction.Sum),
         new BinaryCrossEntropyWithLogits(Reduction: Reduction.None)];

    /// <inheritdoc/>
    protected override bool Broadcasts => false;
}
