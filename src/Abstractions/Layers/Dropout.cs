using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Layers;

/// <summary>Dropout: zeroes elements at random in training, and scales the others so that the expectation stays the same.</summary>
/// <remarks>
/// <c>x·m/(1 − p)</c> in training, where the mask m is 1 for elements that are kept and 0 for those that are dropped; 0 where p = 1; x
/// outside training. Derivative: <c>m/(1 − p)</c>, or 1. The mask is an argument, so that every backend can be given the same;
/// <see cref="Mask{T}(ReadOnlySpan{nint}, ulong)"/> draws one from a seed. N. Srivastava and others, 2014. With a Bernoulli(1 − p) mask,
/// same as <c>torch.nn.functional.dropout</c>.
/// </remarks>
/// <param name="P">p: the probability that an element is dropped; from 0 to 1.</param>
/// <param name="Training">Whether elements are dropped.</param>
public sealed record Dropout(double P = 0.5, bool Training = true) : LayerSpec, IShowsExamples<LayerSpec>
{
    /// <summary>The probability that an element is dropped; from 0 to 1.</summary>
    public double P { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(P);

    /// <summary>The factor on elements that are kept; 0 where none is.</summary>
    public double Scale => P < 1 ? 1 / (1 - P) : 0;

    /// <inheritdoc/>
    public override string Name => "dropout";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Input, new("mask", Optional: !Training) { Domain = Domain.Bit }];

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new Dropout(), new Dropout(0.2), new Dropout(Training: false), new Dropout(1)];

    /// <summary>Draws a mask: 1 with probability 1 − p, else 0.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="seed">The seed of the mask.</param>
    /// <returns>The mask; the same for every backend and machine.</returns>
    public Tensor<T> Mask<T>(ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T> =>
        Mask<T>(shape, new Xoshiro(seed));

    /// <summary>Draws a mask and advances the generator.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="random">The generator.</param>
    /// <returns>The mask.</returns>
    public Tensor<T> Mask<T>(ReadOnlySpan<nint> shape, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        var mask = new T[Shape.Count(shape)];
        foreach (ref T kept in mask.AsSpan())
            kept = random.NextUnit() >= P ? T.One : T.Zero;
        return Tensor.Create(mask, shape);
    }

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return shapes[Lead.Name];
    }

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> input = operands["input"].Lengths;
        if (operands.TryNumbers("mask", out Tensor<T>? mask))
            Require.Shape(mask, input, "input");
        return [.. input];
    }

    /// <inheritdoc/>
    protected override void CheckValues<T>(Operands<T> operands)
    {
        if (!operands.TryNumbers("mask", out Tensor<T>? mask))
            return;
        ReadOnlySpan<T> bits = mask.Flat();
        if (NumbersAre.Bits(bits))
            return;
        foreach (T kept in bits)
            if (kept != T.Zero && kept != T.One)
                throw new ArgumentOutOfRangeException(null,
                    FormattableString.Invariant($"mask must say which numbers stay: expected 0 or 1, got {kept}."));
    }
}
