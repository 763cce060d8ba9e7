using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Adam with Nesterov's momentum made of differences between gradients.</summary>
/// <remarks>
/// With <c>δ = g − g′</c>, 0 in the first step: <c>m ← β₁m + (1 − β₁)g</c>; <c>d ← β₂d + (1 − β₂)δ</c>; <c>n ← β₃n + (1 − β₃)(g + β₂δ)²</c>;
/// <c>θ ← (θ − η/(1 − β₁ᵗ)·m/D − ηβ₂/(1 − β₂ᵗ)·d/D)/(1 + ηλ)</c> with <c>D = √n/√(1 − β₃ᵗ) + ε</c>; <c>g ← ±g</c> first.
/// Without the proximal form, <c>θ ← θ(1 − ηλ)</c> comes first in place of the division. Same as the authors' code. X. Xie and others, 2022.
/// </remarks>
/// <param name="LearningRate">η; at least 0.</param>
/// <param name="Beta1">β₁: how much of the old mean stays; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: how much of the old mean difference stays; at least 0, less than 1.</param>
/// <param name="Beta3">β₃: how much of the old mean square stays; at least 0, less than 1.</param>
/// <param name="Epsilon">ε, outside the root and after the bias correction; at least 0.</param>
/// <param name="WeightDecay">λ, apart from the gradient; at least 0.</param>
/// <param name="NoProximal">Whether to decay before the step, as AdamW does, instead of dividing after it.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record Adan(
    double LearningRate = 1e-3, double Beta1 = 0.98, double Beta2 = 0.92, double Beta3 = 0.99, double Epsilon = 1e-8, double WeightDecay = 0,
    bool NoProximal = false, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adan";

    /// <summary>β₁: how much of the old mean stays; at least 0, less than 1.</summary>
    [Option("betas", 0)]
    public double Beta1 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta1);

    /// <summary>β₂: how much of the old mean difference stays; at least 0, less than 1.</summary>
    [Option("betas", 1)]
    public double Beta2 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta2);

    /// <summary>β₃: how much of the old mean square stays; at least 0, less than 1.</summary>
    [Option("betas", 2)]
    public double Beta3 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta3);

    /// <summary>ε, outside the root and after the bias correction; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <summary>Whether to decay before the step, as AdamW does, instead of dividing after it.</summary>
    [Option("no_prox")]
    public bool NoProximal { get; init; } = NoProximal;

    /// <inheritdoc/>
    public override bool DecouplesDecay => NoProximal;

    /// <inheritdoc/>
    public override RateEffect RateEffect => NoProximal || WeightDecay == 0 ? RateEffect.Proportional : RateEffect.Limited;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots =>
        [new("exp_avg"), new("exp_avg_sq", NotNegative: true), new("exp_avg_diff"), new("neg_pre_grad")];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Adan(), new Adan(0.1, 0.5, 0.75, 0.9, 1e-3), new Adan(0.01, WeightDecay: 0.1), new Adan(0.01, Epsilon: 0, WeightDecay: 0.1, NoProximal: true, Maximize: true),
    ];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Beta1 = momentum };
}
