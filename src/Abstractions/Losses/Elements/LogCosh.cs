using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>Nearly quadratic for small differences, nearly linear for large ones, and smooth everywhere.</summary>
/// <remarks>
/// <c>ln cosh r</c> with <c>r = prediction − target</c>. Derivative: <c>tanh r</c>. Same as <c>keras.losses.log_cosh</c> and <c>optax.log_cosh</c>,
/// which subtract ln 2 and so lose the digits of small losses; here they are kept.
/// </remarks>
/// <param name="Reduction">How element losses become the result.</param>
public sealed record LogCosh(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "log_cosh";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new LogCosh(), new LogCosh(Reduction.Sum), new LogCosh(Reduction.None)];
}
