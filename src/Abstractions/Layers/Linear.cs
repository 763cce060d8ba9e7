using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Layers;

/// <summary>A dense (fully connected) layer: every output is a weighted sum of all inputs.</summary>
/// <remarks>
/// <c>x·Wᵀ + b</c> with W of shape <c>[outputs, inputs]</c>; input <c>[…, inputs]</c>, value <c>[…, outputs]</c>.
/// With an incoming gradient g the derivatives are <c>g·W</c> with respect to x, <c>gᵀ·x</c> to W and <c>Σ g</c> to b, summed over all
/// rows. Same as <c>torch.nn.functional.linear</c>.
/// </remarks>
public sealed record Linear : LayerSpec, IShowsExamples<LayerSpec>
{
    /// <inheritdoc/>
    public override string Name => "linear";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Input, new("weight", Differentiable: true), new("bias", Optional: true, Differentiable: true)];

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new Linear()];

    /// <inheritdoc/>
    public override bool TakesScalars => false;

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) => operand == "bias"
        ? [[3]]
        : [[3, lead[^1]]];

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand switch
    {
        "weight" => "[outputs, inputs] or [inputs]",
        "bias" => "[outputs] or [1]",
        _ => "[…, inputs]",
    };

    /// <summary>The number of outputs.</summary>
    /// <param name="weight">The shape of the weights.</param>
    /// <returns>The number of rows; 1 for a weight of one dimension.</returns>
    public static nint Outputs(ReadOnlySpan<nint> weight) => weight.Length == 1 ? 1 : weight[0];

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return shapes["input"].Length == 1 && shapes["weight"].Length == 1 ? [] : value;
    }

    /// <inheritdoc/>
    public override double Multiplications<T>(Operands<T> operands) =>
        Shape.Extent(operands["input"].Lengths) * Math.Max((nint)1, Outputs(operands["weight"].Lengths));

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> input = operands["input"].Lengths, weight = operands["weight"].Lengths;
        if (input.Length == 0)
            throw new ArgumentException($"input must have a dimension of numbers to sum: expected […, inputs], got {Shape.Text(input)}.");
        if (weight.Length is not (1 or 2) || weight[^1] != input[^1])
            throw new ArgumentException(
                $"weight must have one row per output and one column per input: expected [outputs, {input[^1]}] or [{input[^1]}], got " +
                $"{Shape.Text(weight)}.");
        if (operands.TryNumbers("bias", out Tensor<T>? bias))
            CheckBias(bias, input, weight);
        ReadOnlySpan<nint> rows = input[..^1];
        return weight.Length == 2 ? [.. rows, weight[0]] : rows.Length > 0 ? [.. rows] : [1];
    }

    static void CheckBias<T>(Tensor<T> bias, ReadOnlySpan<nint> input, ReadOnlySpan<nint> weight)
    {
        if (weight.Length == 1 && input.Length > 1)
            throw new ArgumentException(
                $"bias must be left out beside rows and a single row of weights: expected none, got {Shape.Text(bias.Lengths)}.");
        if (weight.Length == 1 || !bias.Lengths.SequenceEqual([1]))
            Require.Shape(bias, [Outputs(weight)], "one number per output");
    }
}
