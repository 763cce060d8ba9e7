using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>A loss of vectors: of several arguments whose rows, along the last dimension, are vectors.</summary>
/// <remarks>
/// The arguments broadcast against each other and have the same rank. A target, where there is one, has the shape of the rows without their
/// last dimension; <c>[1]</c> for a single row.
/// </remarks>
public abstract record VectorLoss : BroadcastLoss
{
    /// <summary>Builds a loss of rows.</summary>
    /// <param name="reduction">How the losses of rows are reduced.</param>
    protected VectorLoss(Reduction reduction) : base(reduction) { }

    /// <inheritdoc/>
    public sealed override bool IsElementwise => false;

    /// <summary>The largest rank of the rows.</summary>
    protected virtual int MaxRank => int.MaxValue;

    /// <summary>Whether an argument holds rows, and not one number per row.</summary>
    /// <param name="operand">The name of the argument.</param>
    /// <returns>True where it does.</returns>
    public static bool IsVectors(string operand) => operand != Target.Name;

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => lead.Length <= MaxRank;

    /// <inheritdoc/>
    public sealed override ImmutableArray<nint> Aligned(string operand, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> lead) =>
        IsVectors(operand) || lead.Length <= 1 ? [.. shape] : [.. shape, 1];

    /// <inheritdoc/>
    public sealed override string ShapeText(string operand) => operand == Lead.Name ? MaxRank > 2 ? "[D] or [N, …, D]" : "[D] or [N, D]"
        : IsVectors(operand) ? $"as {Lead.Name}, or of its rank and broadcasts with it" : $"as {Lead.Name} without its last dimension";

    /// <inheritdoc/>
    public sealed override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead)
    {
        if (IsVectors(operand))
            return lead.Length > 1 ? [[.. lead], [1, .. lead[1..]], [.. lead[..^1], 1]] : [[.. lead], [1]];
        return lead.Length > 1 ? [[.. lead[..^1]]] : [[1]];
    }

    /// <inheritdoc/>
    protected sealed override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> lead = operands[Lead.Name].Lengths;
        if (lead.Length > MaxRank)
            throw new ArgumentException($"{Lead.Label} must be a row or a batch of rows: expected [D] or [N, D], got {Shape.Text(lead)}.");
        foreach (OperandInfo info in Operands)
        {
            ReadOnlySpan<nint> shape = operands[info.Name].Lengths;
            int rank = IsVectors(info.Name) ? lead.Length : Math.Max(lead.Length - 1, 1);
            if (shape.Length != rank || (!IsVectors(info.Name) && lead.Length == 1 && shape[0] != 1))
                throw new ArgumentException(
                    $"{info.Label} must have {(IsVectors(info.Name) ? "the rank" : "one number per row")} of {Lead.Label}: expected " +
                    $"{Shape.Text(IsVectors(info.Name) ? lead : lead.Length > 1 ? lead[..^1] : [1])}, got {Shape.Text(shape)}.");
        }
        return base.CheckShapes(operands);
    }

    /// <inheritdoc/>
    protected sealed override ReadOnlySpan<nint> LossShape(ReadOnlySpan<nint> common) => common.Length > 1 ? common[..^1] : (nint[])[1];

    /// <inheritdoc/>
    public sealed override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return shapes[Lead.Name].Length <= 1 ? [] : base.ScalarShape(shapes, value);
    }
}
