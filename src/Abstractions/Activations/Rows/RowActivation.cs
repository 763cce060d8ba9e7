using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>An activation along one dimension.</summary>
/// <remarks>The input has any shape with that dimension.</remarks>
public abstract record RowActivation : ActivationSpec
{
    /// <inheritdoc/>
    public override bool IsElementwise => false;

    /// <summary>The dimension option: a negative one counts from the last, null means PyTorch's default for the rank.</summary>
    protected abstract int? Given { get; }

    /// <summary>The dimension, counted from the first.</summary>
    /// <param name="rank">The rank of the input.</param>
    /// <returns>0 to rank − 1.</returns>
    public int DimensionOf(int rank) => Given switch
    {
        // PyTorch's legacy default.
        null => rank is 0 or 1 or 3 ? 0 : 1,
        < 0 and { } fromLast => fromLast + rank,
        { } dimension => dimension,
    };

    /// <inheritdoc/>
    public override string ShapeText(string operand) => "any that has dim";

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => HasDimension(lead);

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> input = operands["input"].Lengths;
        if (!HasDimension(input))
            throw new ArgumentOutOfRangeException(null,
                $"Dimension must be one of the input's: expected {-input.Length} to {input.Length - 1}, got {Given}.");
        return [.. input];
    }

    bool HasDimension(ReadOnlySpan<nint> input) => DimensionOf(input.Length) is >= 0 and int d && d < input.Length;
}
