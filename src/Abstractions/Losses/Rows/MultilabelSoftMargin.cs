using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The multi-label loss of independent classes: the mean over classes of their binary cross-entropy with logits.</summary>
/// <remarks>
/// <c>−(1/C)·Σ_c w_c(y ln σ(x) + (1 − y) ln σ(−x))</c> over the last dimension. Derivative: <c>w_c(σ(x) − y)/C</c>.
/// Same as <c>torch.nn.MultiLabelSoftMarginLoss</c>.
/// </remarks>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record MultilabelSoftMargin(Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "multilabel_soft_margin_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [.. base.Operands, new("weight", Optional: true, Differentiable: true) { Domain = Domain.Weight, TakesIntegers = true }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new MultilabelSoftMargin(), new MultilabelSoftMargin(Reduction.Sum), new MultilabelSoftMargin(Reduction.None)];
}
