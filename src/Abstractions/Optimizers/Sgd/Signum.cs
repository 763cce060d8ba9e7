using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Steps of one size by the sign of the gradient, or of its running mean.</summary>
/// <remarks>
/// <c>b ← μb + (1 − μ)g</c>; <c>θ ← θ(1 − ηλ)</c>; <c>θ ← θ − η·sign(b)</c>; <c>g ← ±g</c> first; without momentum <c>b = g</c>, which is signSGD.
/// Same as <c>optax.signum</c> and <c>optax.sign_sgd</c>. J. Bernstein and others, 2018.
/// </remarks>
/// <param name="LearningRate">η; at least 0.</param>
/// <param name="Momentum">μ: how much of the old mean stays; at least 0, less than 1.</param>
/// <param name="WeightDecay">λ, apart from the gradient; at least 0.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
[Alias("sign_sgd", "momentum=0")]
[Alias("signsgd", "momentum=0")]
public sealed record Signum(double LearningRate = 1e-3, double Momentum = 0.9, double WeightDecay = 0, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "signum";

    /// <summary>μ: how much of the old mean stays; at least 0, less than 1.</summary>
    public double Momentum { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Momentum);

    /// <inheritdoc/>
    public override bool DecouplesDecay => true;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => Momentum == 0 ? [] : [new("momentum_buffer")];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
        [new Signum(), new Signum(Momentum: 0), new Signum(0.1, 0.5, WeightDecay: 0.1), new Signum(0.01, 0, WeightDecay: 0.5, Maximize: true)];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Momentum = momentum };
}
