using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Layer-wise adaptive Adam for large batches: the update of each parameter is rescaled to the parameter's norm.</summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← β₂v + (1 − β₂)g²</c>; <c>u = (m/(1 − β₁ᵗ))/(√(v/(1 − β₂ᵗ)) + ε) + λθ</c>; <c>r = ‖θ‖/‖u‖</c>, or 1
/// where either norm is 0; <c>θ ← θ − ηr·u</c>, with <c>g ← ±g</c> first. Norms are taken over a whole parameter. Same as
/// <c>optax.lamb</c>. Y. You and others, 2020.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: the decay rate of the running mean of squared gradients; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: added outside the root, after the bias correction; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay, added to the update before its norm is taken; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Lamb(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-6, double WeightDecay = 0, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "lamb";

    /// <summary>β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</summary>
    [Option("betas", 0)]
    public double Beta1 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta1);

    /// <summary>β₂: the decay rate of the running mean of squared gradients; at least 0, less than 1.</summary>
    [Option("betas", 1)]
    public double Beta2 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta2);

    /// <summary>ε: added outside the root, after the bias correction; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("exp_avg"), new("exp_avg_sq", NotNegative: true)];

    /// <inheritdoc/>
    public override bool IsElementwise => false;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Lamb(), new Lamb(0.1, 0.5, 0.9, 1e-3), new Lamb(0.01, WeightDecay: 0.1, Maximize: true),
            new Lamb(0.01, Beta1: 0, Beta2: 0.9999, Epsilon: 0),
    ];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Beta1 = momentum };
}
