using System.Collections.Immutable;

namespace ParityNet.Layers;

/// <summary>Root mean square normalization: each example divided by its root mean square, without a mean; for transformers.</summary>
/// <remarks>
/// <c>x/√(mean x² + ε)·w</c> over the trailing dimensions. With <c>f = 1/√(mean x² + ε)</c>, an incoming gradient g and <c>ĝ = g·w</c> the
/// derivatives are <c>(ĝ − x·f²·mean ĝx)·f</c> with respect to x and <c>Σ g·x·f</c> with respect to w. B. Zhang and R. Sennrich, 2019. Same
/// as <c>torch.nn.functional.rms_norm</c>. NaN and ∞ reach all elements of their example.
/// </remarks>
/// <param name="NormalizedShape">
/// The lengths of the trailing dimensions, which are normalized together; also the shape of <c>weight</c>. At least one.
/// </param>
/// <param name="Epsilon">
/// ε: added to the mean square; finite; null for the distance of 1 from the next number of the element type, 2⁻²³ or 2⁻⁵². Where
/// <c>mean x² + ε &lt; 0</c> the result is NaN.
/// </param>
public sealed record RmsNorm(ImmutableArray<int> NormalizedShape, double? Epsilon = null) : TrailingNorm(NormalizedShape), IShowsExamples<LayerSpec>
{
    /// <summary>ε: added to the mean square; finite, or null for that of the element type.</summary>
    [Option("eps")]
    public double? Epsilon { get; init => field = Checked(value); } = Checked(Epsilon);

    /// <inheritdoc/>
    public override string Name => "rms_norm";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Input, new("weight", Optional: true, Differentiable: true)];

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new RmsNorm([4]), new RmsNorm([2, 3]), new RmsNorm([5], 1e-3)];

    /// <inheritdoc/>
    public override RmsNorm For<T>() => Epsilon is null ? this with { Epsilon = double.CreateChecked(T.BitIncrement(T.One) - T.One) } : this;

    static double? Checked(double? epsilon) => epsilon is { } given ? Require.Finite(given, nameof(Epsilon)) : null;
}
