using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The log-cosh loss: nearly quadratic for small differences, nearly linear for large ones, and smooth everywhere.</summary>
/// <remarks>
/// <c>ln cosh r</c> with <c>r = prediction − target</c>. Derivative: <c>tanh r</c>. Same as <c>keras.losses.log_cosh</c> and
/// <c>optax.log_cosh</c>, which subtract ln 2 and so lose small losses to cancellation; here they are accurate.
/// </remarks>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record LogCosh(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "log_cosh";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new LogCosh(), new LogCosh(Reduction.Sum), new LogCosh(Reduction.None)];
}
