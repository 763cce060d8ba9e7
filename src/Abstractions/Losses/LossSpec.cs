using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>A loss: how far a prediction is from a target.</summary>
public abstract record LossSpec : FunctionSpec
{
    readonly bool hasBatchMean;

    /// <summary>Builds a loss.</summary>
    /// <param name="reduction">How the losses of elements or rows are reduced.</param>
    /// <param name="hasBatchMean">Whether <see cref="Reduction.BatchMean"/> is one of its reductions.</param>
    protected LossSpec(Reduction reduction, bool hasBatchMean = false)
    {
        this.hasBatchMean = hasBatchMean;
        Reduction = reduction;
    }

    /// <summary>How the losses of elements or rows are reduced.</summary>
    public Reduction Reduction
    {
        get;
        init => field = value != Reduction.BatchMean || hasBatchMean
            ? Require.Defined(value)
            : throw new ArgumentOutOfRangeException(null, $"Reduction must be one that {Name} has: expected Mean, Sum or None, got {value}.");
    }

    /// <summary>Whether the arguments can be passed as spans: a prediction and a target, both of numbers.</summary>
    public bool IsFlat => Operands.Count(o => !o.Optional) == 2 && Operands.All(o => o.Optional || o.Kind == OperandKind.Numbers);

    /// <summary>Requires that the arguments can be passed as spans.</summary>
    /// <exception cref="NotSupportedException">It cannot.</exception>
    public virtual void CheckFlat()
    {
        if (!IsFlat)
            throw new NotSupportedException($"{Name} must be given tensors: expected " +
                $"{string.Join(", ", Operands.Where(o => !o.Optional).Select(o => o.Name))}, got flat memory.");
    }

    /// <summary>The first argument of a loss.</summary>
    protected static OperandInfo Prediction { get; } = new("input", Differentiable: true) { Label = "prediction" };

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return Reduction != Reduction.None || shapes[Lead.Name].Length <= 1 ? [] : value;
    }

    /// <summary>The second argument of most losses.</summary>
    protected static OperandInfo Target { get; } = new("target", Differentiable: true) { TakesIntegers = true };

    /// <summary>The shape of the result, given the shape of the losses before the reduction.</summary>
    /// <param name="losses">That shape.</param>
    /// <returns>The same shape without reduction, else <c>[1]</c>.</returns>
    protected ImmutableArray<nint> Reduced(ReadOnlySpan<nint> losses) => Reduction == Reduction.None ? [.. losses] : [1];
}
