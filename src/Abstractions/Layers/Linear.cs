using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Layers;

/// <summary>A dense layer: every output is a weighted sum of all inputs.</summary>
/// <remarks>
/// <c>x·Wᵀ + b</c> with W of shape <c>[outputs, inputs]</c>; input <c>[…, inputs]</c>, value <c>[…, outputs]</c>.
/// With a gradient g by the value the slopes are <c>g·W</c> by x, <c>gᵀ·x</c> by W and <c>Σ g</c> by b, over all rows.
/// Same as <c>torch.nn.functional.linear</c>.
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
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) => operand == "bias"
        ? [[3]]
        : [[3, lead[^1]]];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> input = operands["input"].Lengths, weight = operands["weight"].Lengths;
        if (input.Length == 0)
            throw new ArgumentException($"input must have a dimension of numbers to sum: expected […, inputs], got {Shape.Text(input)}.");
        if (weight.Length != 2 || weight[1] != input[^1])
            throw new ArgumentException($"weight must have one row an output and one column an input: expected [outputs, {input[^1]}], got {Shape.Text(weight)}.");
        if (operands.TryNumbers("bias", out Tensor<T>? bias))
            Require.Shape(bias, [weight[0]], "one number an output");
        return [.. input[..^1], weight[0]];
    }
}
