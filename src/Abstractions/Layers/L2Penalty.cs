using System.Collections.Immutable;

namespace ParityNet.Layers;

/// <summary>L2 regularization: the sum of squares, which shrinks parameters towards 0.</summary>
/// <remarks>
/// <c>λ·Σw²</c> with derivative <c>2λw</c>, as <c>keras.regularizers.L2</c>; with <paramref name="Half"/> <c>½λ·Σw²</c> with derivative
/// <c>λw</c>, which is what <c>weight_decay=λ</c> adds to a gradient in PyTorch. A. E. Hoerl and R. W. Kennard, 1970.
/// </remarks>
/// <param name="Strength">λ: the strength; at least 0.</param>
/// <param name="Half">Whether to halve the penalty.</param>
public sealed record L2Penalty(double Strength = 0.01, bool Half = false) : Penalty(Strength), IShowsExamples<LayerSpec>
{
    /// <inheritdoc/>
    public override string Name => "l2_penalty";

    /// <inheritdoc/>
    public static ImmutableArray<LayerSpec> Examples => [new L2Penalty(), new L2Penalty(0.1, Half: true)];
}
