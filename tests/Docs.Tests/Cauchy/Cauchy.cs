using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>Quadratic for small differences and logarithmic for large ones, so that outliers count little.</summary>
/// <remarks>
/// <c>ln(1 + ½r²)</c> with <c>r = prediction − target</c>. Derivative: <c>r/(1 + ½r²)</c>. Also called Lorentzian; it is the likelihood of errors
/// that are Cauchy distributed. M. J. Black and P. Anandan, 1996.
/// </remarks>
/// <param name="Reduction">How element losses become the result.</param>
public sealed record Cauchy(Reduction Reduction = Reduction.Mean) : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "cauchy_loss";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new Cauchy(), new Cauchy(Reduction.Sum), new Cauchy(Reduction.None)];
}
