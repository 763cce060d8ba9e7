using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Sign descent: each element moves by the learning rate, along the sign of the running mean interpolated with the newest gradient.
/// </summary>
/// <remarks>
/// <c>θ ← θ(1 − ηλ)</c>; <c>θ ← θ − η·sign(β₁m + (1 − β₁)g)</c>; <c>m ← β₂m + (1 − β₂)g</c>; <c>g ← ±g</c> first.
/// Same as the authors' code and <c>optax.lion</c>, whose weight decay is 1e-3 by default. X. Chen and others, 2023.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the weight of the running mean in the step; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: the decay rate of the running mean; at least 0, less than 1.</param>
/// <param name="WeightDecay">λ: the decoupled weight decay; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Lion(
    double LearningRate = 1e-4, double Beta1 = 0.9, double Beta2 = 0.99, double WeightDecay = 0, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "lion";

    /// <summary>β₁: the weight of the running mean in the step; at least 0, less than 1.</summary>
    [Option("betas", 0)]
    public double Beta1 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta1);

    /// <summary>β₂: the decay rate of the running mean; at least 0, less than 1.</summary>
    [Option("betas", 1)]
    public double Beta2 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta2);

    /// <inheritdoc/>
    public override bool DecouplesDecay => true;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("exp_avg")];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
        [new Lion(), new Lion(0.1, 0.5, 0.75), new Lion(0.01, WeightDecay: 0.1), new Lion(0.01, Beta1: 0, WeightDecay: 1, Maximize: true)];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Beta1 = momentum };
}
