using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>A loss that is computed independently at each position of its arguments.</summary>
/// <remarks>
/// The arguments broadcast against each other as in PyTorch; N of the mean is the number of positions. Weights broadcast to the other
/// arguments.
/// </remarks>
public abstract record BroadcastLoss : LossSpec
{
    /// <summary>Builds a loss of positions.</summary>
    /// <param name="reduction">How the losses of positions are reduced.</param>
    /// <param name="hasBatchMean">Whether <see cref="Reduction.BatchMean"/> is one of its reductions.</param>
    protected BroadcastLoss(Reduction reduction, bool hasBatchMean = false) : base(reduction, hasBatchMean) { }

    /// <inheritdoc/>
    public override bool IsElementwise => Reduction == Reduction.None;

    /// <inheritdoc/>
    protected override bool KnowsByShapes => true;

    /// <summary>Whether the arguments may differ in shape where they broadcast.</summary>
    protected virtual bool Broadcasts => true;

    /// <summary>The shape with which an argument broadcasts: its own, unless PyTorch adds a dimension.</summary>
    /// <param name="operand">The name of the argument.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="lead">The shape of the lead.</param>
    /// <returns>A shape with the same number of elements.</returns>
    public virtual ImmutableArray<nint> Aligned(string operand, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> lead) => [.. shape];

    /// <summary>The shape that all arguments but the optional ones broadcast to.</summary>
    /// <param name="shapeOf">The shape of an argument by name.</param>
    /// <returns>The shape of the losses before the reduction.</returns>
    public ImmutableArray<nint> Common(Func<string, ImmutableArray<nint>> shapeOf)
    {
        ArgumentNullException.ThrowIfNull(shapeOf);
        ReadOnlySpan<nint> lead = shapeOf(Lead.Name).AsSpan();
        nint[] common = [];
        foreach (OperandInfo info in Operands.Where(o => !o.Optional))
            common = Shape.Broadcast(common, Aligned(info.Name, shapeOf(info.Name).AsSpan(), lead).AsSpan())!;
        return [.. common];
    }

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand == Lead.Name ? base.ShapeText(operand)
        : Operands.Any(o => o.Name == operand && o.Optional) ? $"broadcasts to {Lead.Name}"
        : Broadcasts ? $"as {Lead.Name}, or broadcasts with it" : base.ShapeText(operand);

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) =>
        Broadcasts || Operands.Any(o => o.Name == operand && o.Optional) ? [[.. lead], [.. lead[^1..]]] : [[.. lead]];

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value) =>
        Reduction == Reduction.None ? [.. LossShape(Common(name => shapes[name]).AsSpan())] : [];

    /// <summary>An optional weight of the loss.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The argument.</returns>
    protected static OperandInfo Weight(string name) => new(name, Optional: true) { Domain = Domain.Weight, TakesIntegers = true };

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> lead = operands[Lead.Name].Lengths;
        nint[] common = lead.ToArray();
        foreach (OperandInfo info in Operands)
        {
            if (!operands.Has(info.Name))
                continue;
            ReadOnlySpan<nint> shape = operands[info.Name].Lengths;
            nint[]? all = Shape.Broadcast(common, Aligned(info.Name, shape, lead).AsSpan());
            if (info.Optional && !all.AsSpan().SequenceEqual(common))
                throw new ArgumentException(
                    $"{info.Label} must broadcast to the shape of {Lead.Label}: expected {Shape.Text(common)}, got {Shape.Text(shape)}.");
            if (all is null || !(Broadcasts || info.Optional || shape.SequenceEqual(lead)))
                throw new ArgumentException(
                    $"{info.Label} must have the shape of {Lead.Label}: expected {Shape.Text(lead)}, got {Shape.Text(shape)}.");
            common = all;
        }
        return Reduced(LossShape(common));
    }

    /// <summary>The shape of the losses before the reduction: one per position, unless the loss overrides it.</summary>
    /// <param name="common">The shape that the arguments broadcast to.</param>
    /// <returns>The shape.</returns>
    protected virtual ReadOnlySpan<nint> LossShape(ReadOnlySpan<nint> common) => common;
}
