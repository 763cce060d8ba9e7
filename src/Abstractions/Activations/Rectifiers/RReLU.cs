using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Activations;

/// <summary>Randomized leaky ReLU: the slope for negative inputs is random for each element in training, and its mean otherwise.</summary>
/// <remarks>
/// <c>x</c> for <c>x &gt; 0</c>, else <c>r·x</c>; derivative 1 or r, and r at 0. The noise r is an argument, because no two frameworks draw
/// the same numbers: <see cref="Noise{T}"/> draws it from a seed. Outside training <c>r = (l + u)/2</c>, whatever the noise. B. Xu and
/// others, 2015. Same as <c>torch.nn.functional.rrelu</c>.
/// </remarks>
/// <param name="Lower">l: the lower bound of the random slope; finite, at most the upper bound.</param>
/// <param name="Upper">u: the upper bound of the random slope; finite.</param>
/// <param name="Training">Whether the slopes are the argument <c>noise</c>, which is then required.</param>
public sealed record RReLU(double Lower = 1.0 / 8, double Upper = 1.0 / 3, bool Training = false) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>l: the lower bound of the random slope; finite, at most the upper bound.</summary>
    public double Lower { get; init => field = Require.Finite(value); } = Require.Finite(Lower);

    /// <summary>u: the upper bound of the random slope; finite.</summary>
    public double Upper { get; init => field = Require.Finite(value) >= Lower ? value : throw Crossed(Lower, value); } =
        Require.Finite(Upper) >= Lower ? Upper : throw Crossed(Lower, Upper);

    /// <inheritdoc/>
    public override string Name => "rrelu";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [new("input", Differentiable: true), new("noise", Optional: !Training) { Domain = Domain.UnitInterval }];

    /// <inheritdoc/>
    public override bool IsIncreasing => Lower >= 0 && !Training;

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Lower), Lower), new(nameof(Upper), Upper)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new RReLU(), new RReLU(0, 0.5), new RReLU(Training: true)];

    /// <summary>Draws a slope for each element of an input, uniformly between the bounds.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="seed">The seed: the same one gives the same noise.</param>
    /// <returns>The argument <c>noise</c>.</returns>
    public Tensor<T> Noise<T>(ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Xoshiro(seed);
        var noise = new T[Shape.Count(shape)];
        for (int i = 0; i < noise.Length; i++)
            noise[i] = T.CreateTruncating(Lower + (Upper - Lower) * random.NextUnit());
        return Tensor.Create(noise, shape);
    }

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ImmutableArray<nint> input = base.CheckShapes(operands);
        // A with expression can raise the lower bound above the upper one.
        if (Lower > Upper)
            throw Crossed(Lower, Upper);
        if (Training && operands.TryNumbers("noise", out Tensor<T>? noise))
            Require.Shape(noise, input.AsSpan(), "input");
        return input;
    }

    static ArgumentException Crossed(double lower, double upper) =>
        new(FormattableString.Invariant($"{nameof(Upper)} must be at least {nameof(Lower)}: expected {lower} or more, got {upper}."));
}
