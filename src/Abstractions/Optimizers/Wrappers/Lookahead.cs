using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Lookahead: another optimizer takes k fast steps, then slow weights move a fraction of the way to its parameters.</summary>
/// <remarks>
/// Every k steps <c>φ ← φ + α(θ − φ)</c> and <c>θ ← φ</c>, with slow weights φ that start at θ; the state of the inner optimizer is kept.
/// M. R. Zhang, J. Lucas, G. Hinton and J. Ba, 2019.
/// </remarks>
/// <param name="Optimizer">The inner optimizer.</param>
/// <param name="K">k: the number of fast steps between two updates of the slow weights; at least 1.</param>
/// <param name="Alpha">α: the step size of the slow weights; from 0 to 1.</param>
public sealed record Lookahead(OptimizerSpec Optimizer, int K = 5, double Alpha = 0.5)
    : OptimizerWrapper(Optimizer, new("slow", StartsAtParameter: true)), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "lookahead";

    /// <summary>The number of fast steps between two updates of the slow weights; at least 1.</summary>
    public int K { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(K, 1);

    /// <summary>The step size of the slow weights; from 0 to 1.</summary>
    public double Alpha { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Alpha);

    /// <inheritdoc/>
    public override bool KeepsRate => true;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Lookahead(new Adam()), new Lookahead(new Sgd(0.1, 0.9), 2, 0.8), new Lookahead(new Adam(0.1, Maximize: true), 1, 0.3),
        new Lookahead(new ClipGradNorm(new AdamW(), 1), 3),
    ];
}
