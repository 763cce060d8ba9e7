using System.Collections.Immutable;

namespace ParityNet.Layers;

/// <summary>Layer normalization: each example minus its mean, divided by its standard deviation.</summary>
/// <remarks>
/// <c>(x − μ)/√(σ² + ε)·w + b</c>, with mean and biased variance over the trailing dimensions. With <c>x̂ = (x − μ)/√(σ² + ε)</c>, an
/// incoming gradient g and <c>ĝ = g·w</c> the derivatives are <c>(ĝ − mean ĝ − x̂·mean ĝx̂)/√(σ² + ε)</c> with respect to x, <c>Σ g·x̂</c>
/// with respect to w and <c>Σ g</c> with respect to b. J. L. Ba, J. R. Kiros and G. E. Hinton, 2016. Same as
/// <c>torch.nn.functional.layer_norm</c>.
/// </remarks>
/// <param name="NormalizedShape">
/// The lengths of the trailing dimensions, which are normalized together; also the shape of <c>weight</c> and <c>bias</c>. At least one.
/// </param>
/// <param name="Epsilon">ε: added to the variance; finite. Where <c>σ² + ε &lt; 0</c> the result is NaN.</param>
public sealed record LayerNorm(ImmutableArray<int> NormalizedShape, double Epsilon = 1e-5) : TrailingNorm(NormalizedShape), IShowsExamples<LayerSpec>
{
    /// <summary>ε: added to the variance; finite.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.Finite(value); } = Require.Finite(Epsilon);

    /// <inheritdoc/>
    public override string Name => "layer_norm";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Input, new("weight", Optional: true, Differentiable: true), new("bias", Optional: true, Differentiable: true)];

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new LayerNorm([4]), new LayerNorm([2, 3]), new LayerNorm([5], 1e-3)];
}
