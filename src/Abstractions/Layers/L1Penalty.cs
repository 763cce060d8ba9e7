using System.Collections.Immutable;

namespace ParityNet.Layers;

/// <summary>L1 regularization: the sum of absolute values, which drives parameters to exactly 0.</summary>
/// <remarks><c>λ·Σ|w|</c>; derivative <c>λ·sign(w)</c>, and 0 at 0. R. Tibshirani, 1996. Same as <c>keras.regularizers.L1</c>.</remarks>
/// <param name="Strength">λ: the strength; at least 0.</param>
public sealed record L1Penalty(double Strength = 0.01) : Penalty(Strength), IShowsExamples<LayerSpec>
{
    /// <inheritdoc/>
    public override string Name => "l1_penalty";

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new L1Penalty(), new L1Penalty(1)];
}
