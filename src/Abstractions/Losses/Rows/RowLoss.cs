using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>A loss of rows: one loss for the elements along the last dimension.</summary>
/// <remarks>
/// The prediction has shape <c>[C]</c> or <c>[N, …, C]</c>. Targets that are numbers, and weights, broadcast to it; class indices have the
/// same shape without C (<c>[1]</c> for a single row). N of the mean is the number of rows.
/// </remarks>
public abstract record RowLoss : LossSpec
{
    /// <summary>Builds a loss of rows.</summary>
    /// <param name="reduction">How the losses of rows are reduced.</param>
    protected RowLoss(Reduction reduction) : base(reduction) { }

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target with { Domain = Domain.UnitInterval }];

    /// <summary>The target of a loss that takes class indices or class probabilities.</summary>
    protected static OperandInfo ClassTarget { get; } =
        new("target", OperandKind.NumbersOrIndices, Differentiable: true) { Domain = Domain.UnitInterval };

    /// <summary>The shape of the rows: the prediction's without the last dimension; <c>[1]</c> for a single row.</summary>
    /// <param name="prediction">The shape of a prediction.</param>
    /// <returns>The shape of class indices and of unreduced losses.</returns>
    public static nint[] RowShape(ReadOnlySpan<nint> prediction) => prediction.Length == 1 ? [1] : prediction[..^1].ToArray();

    /// <inheritdoc/>
    public override bool TakesScalars => false;

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => lead.Length > 0 && lead[^1] > 0;

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand == Lead.Name
        ? LeadShapes == ShapeFamily.Any ? "[C] or [N, …, C]" : base.ShapeText(operand)
        : Operands.First(info => info.Name == operand).Kind switch
        {
            OperandKind.Numbers => $"broadcasts to {Lead.Name}",
            OperandKind.Indices => $"as {Lead.Name} without C",
            _ => $"class indices: as {Lead.Name} without C; numbers: broadcasts to {Lead.Name}",
        };

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) =>
        Operands.First(info => info.Name == operand).Optional ? [[lead[^1]], [.. lead]] : [[.. lead], [lead[^1]]];

    /// <inheritdoc/>
    public override Tensor<long> DrawIndices(string operand, ReadOnlySpan<nint> lead, IReadOnlyDictionary<string, Tensor<long>> drawn, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        nint[] rows = RowShape(lead);
        var labels = new long[Shape.Count(rows)];
        for (int row = 0; row < labels.Length; row++)
            labels[row] = random.Next((int)lead[^1]);
        return Tensor.Create(labels, rows);
    }

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> prediction = operands["input"].Lengths;
        if (!FitsLead(prediction))
            throw new ArgumentException($"prediction must have rows: expected [C] or [N, …, C] with C of at least 1, got {Shape.Text(prediction)}.");
        foreach (OperandInfo info in Operands.Where(info => info.Name != "input" && operands.Has(info.Name)))
        {
            Operand<T> operand = operands[info.Name];
            if (info.IsIndices(operand))
                CheckIndices(operand.Indices, prediction);
            else if (Shape.Broadcast(operand.Lengths, prediction) is not { } common || !prediction.SequenceEqual(common))
                throw new ArgumentException(
                    $"{info.Label} must broadcast to the shape of prediction: expected {Shape.Text(prediction)}, got {Shape.Text(operand.Lengths)}.");
        }
        return Reduced(RowShape(prediction));
    }

    /// <summary>Requires that class indices fit.</summary>
    /// <param name="target">The indices.</param>
    /// <param name="prediction">The shape of the prediction.</param>
    protected virtual void CheckIndices(Tensor<long> target, ReadOnlySpan<nint> prediction)
    {
        Require.Shape(target, RowShape(prediction), "the rows of prediction");
        Require.Indices(target, 0, prediction[^1] - 1);
    }
}
