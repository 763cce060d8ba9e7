using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Layers;

/// <summary>A layer that reduces over each channel: over the batch and all dimensions after the second.</summary>
public abstract record ChannelLayer : LayerSpec
{
    /// <inheritdoc/>
    public override ShapeFamily LeadShapes => ShapeFamily.Channels;

    /// <inheritdoc/>
    public override bool TakesScalars => false;

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand == Lead.Name ? base.ShapeText(operand) : "[C]";

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) => [[lead[1]]];

    /// <summary>Requires an input with channels, and some arguments with one number per channel.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    /// <param name="several">Whether a channel needs two or more elements.</param>
    /// <param name="perChannel">The names of the arguments with one number per channel.</param>
    /// <returns>The shape of the input.</returns>
    protected static ReadOnlySpan<nint> CheckChannels<T>(Operands<T> operands, bool several, params ReadOnlySpan<string> perChannel)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(operands);
        ReadOnlySpan<nint> input = operands["input"].Lengths;
        if (input.Length < 2 || input[1] == 0)
            throw new ArgumentException(
                $"input must have a batch and channels: expected [N, C, …] with at least one channel, got {Shape.Text(input)}.");
        if (several && Shape.Count(input) / input[1] < 2)
            throw new ArgumentException($"input must have numbers to take a variance of: expected two or more per channel, got {Shape.Text(input)}.");
        foreach (string name in perChannel)
            if (operands.TryNumbers(name, out Tensor<T>? numbers))
                Require.Shape(numbers, [input[1]], "one number per channel", name);
        return input;
    }
}
