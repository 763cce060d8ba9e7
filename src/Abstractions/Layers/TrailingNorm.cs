using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Layers;

/// <summary>A layer that normalizes each example over its trailing dimensions.</summary>
public abstract record TrailingNorm : LayerSpec
{
    readonly ByItems<int> lengths;

    /// <summary>Builds a layer for trailing dimensions of given lengths.</summary>
    /// <param name="normalizedShape">The lengths; at least one.</param>
    protected TrailingNorm(ImmutableArray<int> normalizedShape) => lengths = Checked(normalizedShape);

    /// <summary>The lengths of the trailing dimensions, which are normalized together.</summary>
    [Option("normalized_shape", AllowsOne = true)]
    public ImmutableArray<int> NormalizedShape { get => lengths.Items; init => lengths = Checked(value); }

    /// <summary>The number of elements that are normalized together.</summary>
    public int Length => NormalizedShape.Aggregate(1, (product, next) => product * next);

    /// <inheritdoc/>
    public override bool TakesScalars => false;

    /// <inheritdoc/>
    public override ImmutableArray<nint> LeadEnding => [.. NormalizedShape];

    /// <inheritdoc/>
    public override TrailingNorm WithRows(int length) => this with { NormalizedShape = [length] };

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand == Lead.Name ? "ends in normalized_shape" : "normalized_shape";

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) => [LeadEnding];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> input = operands["input"].Lengths;
        nint[] last = [.. NormalizedShape];
        if (input.Length < last.Length || !input[^last.Length..].SequenceEqual(last))
            throw new ArgumentException(
                $"input must end in the dimensions that are normalised: expected […, {Shape.Text(last)[1..]}, got {Shape.Text(input)}.");
        foreach (string name in (string[])["weight", "bias"])
            if (operands.TryNumbers(name, out Tensor<T>? numbers))
                Require.Shape(numbers, last, nameof(NormalizedShape), name);
        return [.. input];
    }

    static ImmutableArray<int> Checked(ImmutableArray<int> shape) => !shape.IsDefaultOrEmpty && shape.All(length => length >= 1)
        ? shape
        : throw new ArgumentException(
            $"{nameof(NormalizedShape)} must hold the lengths of the last dimensions: expected one or more of at least 1, got " +
            $"[{(shape.IsDefault ? "" : string.Join(", ", shape))}].");
}
