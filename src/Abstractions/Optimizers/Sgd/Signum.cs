using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Sign descent: each element moves by the learning rate, along the sign of its gradient or of the running mean of its gradients.
/// </summary>
/// <remarks>
/// <c>b ← μb + (1 − μ)g</c>; <c>θ ← θ(1 − ηλ)</c>; <c>θ ← θ − η·sign(b)</c>; <c>g ← ±g</c> first; without momentum <c>b = g</c>, which is
/// signSGD. Same as <c>optax.signum</c> and <c>optax.sign_sgd</c>. J. Bernstein and others, 2018.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Momentum">μ: the decay rate of the running mean; at least 0, less than 1.</param>
/// <param name="WeightDecay">λ: the decoupled weight decay; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
[Alias("sign_sgd", "momentum=0")]
[Alias("signsgd", "momentum=0")]
public sealed record Signum(double LearningRate = 1e-3, double Momentum = 0.9, double WeightDecay = 0, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "signum";

    /// <summary>μ: the decay rate of the running mean; at least 0, less than 1.</summary>
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
