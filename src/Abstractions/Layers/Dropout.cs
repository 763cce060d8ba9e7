using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Layers;

/// <summary>Leaves out a share of the numbers at random, and enlarges the rest so that the expectation stays.</summary>
/// <remarks>
/// <c>x·m/(1 − p)</c> in training, where the mask m is 1 for what stays and 0 for what goes; x otherwise, and 0 where p = 1. Derivative: <c>m/(1 − p)</c>, or 1. The mask is an
/// argument, so that every backend can be given the same; <see cref="Mask{T}(ReadOnlySpan{nint}, ulong)"/> draws one from a seed.
/// N. Srivastava and others, 2014. With a mask that is Bernoulli(1 − p), same as <c>torch.nn.functional.dropout</c>.
/// </remarks>
/// <param name="P">p: the share that is left out; from 0 to 1.</param>
/// <param name="Training">Whether anything is left out.</param>
public sealed record Dropout(double P = 0.5, bool Training = true) : LayerSpec, IShowsExamples<LayerSpec>
{
    /// <summary>The share that is left out; from 0 to 1.</summary>
    public double P { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(P);

    /// <summary>What a number that stays is multiplied by; 0 where none stays.</summary>
    public double Scale => P < 1 ? 1 / (1 - P) : 0;

    /// <inheritdoc/>
    public override string Name => "dropout";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Input, new("mask", Optional: !Training) { Domain = Domain.Bit }];

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new Dropout(), new Dropout(0.2), new Dropout(Training: false), new Dropout(1)];

    /// <summary>A mask: 1 with probability 1 − p, else 0.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="seed">Decides the mask.</param>
    /// <returns>The mask; the same for every backend and machine.</returns>
    public Tensor<T> Mask<T>(ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T> =>
        Mask<T>(shape, new Xoshiro(seed));

    /// <summary>A mask, which leaves the generator where the next one starts.</summary>
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
        {
            Require.Shape(mask, input, "input");
            foreach (T kept in mask.Flat())
                if (kept != T.Zero && kept != T.One)
                    throw new ArgumentOutOfRangeException(null, FormattableString.Invariant($"mask must say which numbers stay: expected 0 or 1, got {kept}."));
        }
        return [.. input];
    }
}
