using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Activations;

/// <summary>Parametric ReLU: a leaky ReLU whose slope for negative inputs is a trained weight, one for all or one per channel.</summary>
/// <remarks>
/// <c>x</c> for <c>x &gt; 0</c>, else <c>w·x</c>; derivative 1 or w with respect to x, 0 or x with respect to w; at 0 those of the negative
/// side. The channels are the second dimension. K. He and others, 2015. Same as <c>torch.nn.functional.prelu</c>.
/// </remarks>
public sealed record PReLU : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "prelu";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [new("input", Differentiable: true), new("weight", Differentiable: true)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new PReLU()];

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand == "weight" ? "[1], or [C] where input is [N, C, …]" : base.ShapeText(operand);

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) =>
        operand == "weight" ? [[Channels(lead)], [1]] : base.ShapesOf(operand, lead);

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> input = operands["input"].Lengths;
        Tensor<T> weight = operands["weight"].Numbers;
        nint channels = Channels(input);
        if (weight.Rank != 1 || (weight.FlattenedLength != 1 && weight.FlattenedLength != channels))
            throw new ArgumentException(
                $"weight must hold one number, or one per channel: expected [1]{(channels == 1 ? "" : $" or [{channels}]")}, got " +
                $"{Shape.Text(weight.Lengths)}.");
        return [.. input];
    }

    static nint Channels(ReadOnlySpan<nint> input) => input.Length >= 2 ? input[1] : 1;
}
