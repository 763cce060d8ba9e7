using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>An activation that works along one dimension.</summary>
/// <remarks>The input has any shape with that dimension.</remarks>
public abstract record RowActivation : ActivationSpec
{
    /// <summary>Builds an activation along one dimension.</summary>
    /// <param name="dimension">The dimension; negative counts from the last.</param>
    protected RowActivation(int dimension) => Dimension = dimension;

    /// <summary>The dimension; negative counts from the last.</summary>
    [Option("dim")]
    public int Dimension { get; init; }

    /// <inheritdoc/>
    public override bool IsElementwise => false;

    /// <summary>The dimension, counted from the first.</summary>
    /// <param name="rank">The rank of the input.</param>
    /// <returns>0 to rank − 1.</returns>
    public int DimensionOf(int rank) => Dimension < 0 ? Dimension + rank : Dimension;

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => HasDimension(lead);

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> input = operands["input"].Lengths;
        if (!HasDimension(input))
            throw new ArgumentOutOfRangeException(null, $"Dimension must be one of the input's: expected {-input.Length} to {input.Length - 1}, got {Dimension}.");
        return [.. input];
    }

    bool HasDimension(ReadOnlySpan<nint> input) => DimensionOf(input.Length) is >= 0 and int d && d < input.Length;
}
