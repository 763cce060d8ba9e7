using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>The cross-entropy of softmax, computed from logits; for classification with class indices or class probabilities.</summary>
/// <remarks>
/// For class indices y: <c>(1 − ε)·w_y(lse(x) − x_y) + (ε/C)·Σ_c w_c(lse(x) − x_c)</c>, with <c>lse(x) = ln Σ eˣ</c>;
/// the mean divides by <c>Σ w_y</c> over the rows that are not ignored.
/// For class probabilities q: <c>Σ_c w_c q'_c(lse(x) − x_c)</c> with <c>q' = (1 − ε)q + ε/C</c>; the mean divides by the number of rows.
/// Derivative of a row: <c>p_k·Σ_c w_c q'_c − w_k q'_k</c> with <c>p = softmax(x)</c>, where for a class index q is 1 at y and 0 elsewhere;
/// 0 for a row that is ignored. As in PyTorch, the class weights have a gradient only with class probabilities: <c>Σ q'_c(lse(x) − x_c)</c>
/// over the rows. Same as <c>torch.nn.CrossEntropyLoss</c>.
/// </remarks>
/// <param name="LabelSmoothing">
/// ε: the label smoothing, the fraction of each target that is spread over all classes; from 0 to 1. PyTorch treats a negative one as 0,
/// against its own message.
/// </param>
/// <param name="IgnoreIndex">The class index of rows to ignore; any integer.</param>
/// <param name="Base">The unit: nats or bits.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record CrossEntropy(
    double LabelSmoothing = 0, long IgnoreIndex = -100, LogBase Base = LogBase.Nats, Reduction Reduction = Reduction.Mean)
    : ClassLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The fraction of each target that is spread over all classes; from 0 to 1.</summary>
    public double LabelSmoothing { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(LabelSmoothing);

    /// <summary>The unit: nats or bits.</summary>
    public LogBase Base { get; init => field = Require.Defined(value); } = Require.Defined(Base);

    /// <inheritdoc/>
    public override string Name => "cross_entropy";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction, new("target", OperandKind.NumbersOrIndices, Differentiable: true) { Domain = Domain.UnitInterval },
            ClassWeight with { Differentiable = true }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new CrossEntropy(), new CrossEntropy(LabelSmoothing: 0.1), new CrossEntropy(Base: LogBase.Bits, Reduction: Reduction.Sum),
         new CrossEntropy(IgnoreIndex: 0), new CrossEntropy(LabelSmoothing: 0.25, Reduction: Reduction.None)];

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) =>
        operand == "target" && IgnoreIndex >= 0 ? [] : base.ShapesOf(operand, lead);

    /// <inheritdoc/>
    public override bool IsDifferentiable<T>(string operand, Operands<T> operands) =>
        base.IsDifferentiable(operand, operands) && (operand != "weight" || !operands["target"].IsIndices);

    /// <inheritdoc/>
    protected override long? Ignored => IgnoreIndex;

    /// <inheritdoc/>
    protected override void CheckProbabilities<T>(Operands<T> operands, Tensor<T> target, ReadOnlySpan<nint> prediction)
    {
        if (IgnoreIndex >= 0)
            throw new ArgumentException(
                $"target must hold class indices where IgnoreIndex is set: expected an int64 tensor, got a floating-point tensor and IgnoreIndex " +
                $"{IgnoreIndex}.");
        base.CheckProbabilities(operands, target, prediction);
    }
}
