using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The logistic loss of a classifier with targets −1 and 1.</summary>
/// <remarks>
/// <c>ln(1 + e^−yx)</c>. Derivative: <c>−y·σ(−yx)</c>. Here it is computed without overflow; libtorch evaluates the formula as written,
/// which gives infinity and NaN for large <c>−yx</c> and cancels for small losses. The target may broadcast to the prediction, not the
/// prediction to the target, and has no gradient. Same as <c>torch.nn.SoftMarginLoss</c>.
/// </remarks>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record SoftMargin(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "soft_margin_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, new("target") { Domain = Domain.Sign, TakesIntegers = true }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new SoftMargin(), new SoftMargin(Reduction.Sum), new SoftMargin(Reduction.None)];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> prediction = operands["input"].Lengths, target = operands["target"].Lengths;
        if (Shape.Broadcast(prediction, target) is { } common && !prediction.SequenceEqual(common))
            throw new ArgumentException(
                $"target must broadcast to the shape of prediction: expected {Shape.Text(prediction)}, got {Shape.Text(target)}.");
        return base.CheckShapes(operands);
    }
}
