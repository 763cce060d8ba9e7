using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>The multi-label hinge, for several target classes: each must score more than every other class by a margin of 1.</summary>
/// <remarks>
/// <c>(1/C)·Σ_{y∈Y} Σ_{j∉Y} max(0, 1 − x_y + x_j)</c>. A row of the target lists the classes of Y and ends at its first −1; a class listed
/// twice counts twice. Derivative: <c>1/C</c> with respect to <c>x_j</c> and <c>−1/C</c> to <c>x_y</c> for each pair whose term is above 0;
/// at the kink it is 0. Same as <c>torch.nn.MultiLabelMarginLoss</c>.
/// </remarks>
/// <param name="Reduction">How the losses of rows are reduced.</param>
[Alias("multi_label_margin_loss")]
public sealed record MultilabelMargin(Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "multilabel_margin_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, new("target", OperandKind.Indices)];

    /// <inheritdoc/>
    public override ShapeFamily LeadShapes => ShapeFamily.Rows;

    /// <inheritdoc/>
    public override bool TakesScalars => true;

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new MultilabelMargin(), new MultilabelMargin(Reduction.Sum), new MultilabelMargin(Reduction.None)];

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => lead.Length <= 2 && base.FitsLead(lead);

    /// <summary>The classes that a row of the target lists.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The classes before its first −1.</returns>
    public static ReadOnlySpan<long> Listed(ReadOnlySpan<long> row) => row.IndexOf(-1) is >= 0 and int end ? row[..end] : row;

    /// <summary>Every class beside every other.</summary>
    /// <inheritdoc/>
    public override double Multiplications<T>(Operands<T> operands) =>
        Shape.Extent(operands[Lead.Name].Lengths) * Shape.Extent(operands[Lead.Name].Lengths[^1..]);

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand == Lead.Name ? base.ShapeText(operand) : $"as {Lead.Name}";

    /// <inheritdoc/>
    public override Tensor<long> DrawIndices(string operand, ReadOnlySpan<nint> lead, IReadOnlyDictionary<string, Tensor<long>> drawn, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int classes = (int)lead[^1];
        var labels = new long[Shape.Count(lead)];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = random.Next(3) == 0 ? -1 : random.Next(classes);
        return Tensor.Create(labels, lead);
    }

    /// <inheritdoc/>
    protected override void CheckIndices(Tensor<long> target, ReadOnlySpan<nint> prediction)
    {
        Require.Shape(target, prediction, nameof(prediction));
        Require.Indices(target, -1, prediction[^1] - 1);
    }
}
