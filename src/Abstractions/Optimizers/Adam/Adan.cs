using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Adaptive Nesterov momentum: Adam with Nesterov momentum estimated from the differences of successive gradients.</summary>
/// <remarks>
/// With <c>δ = g − g′</c>, where g′ is the previous gradient, and 0 in the first step: <c>m ← β₁m + (1 − β₁)g</c>;
/// <c>d ← β₂d + (1 − β₂)δ</c>; <c>n ← β₃n + (1 − β₃)(g + β₂δ)²</c>; <c>θ ← (θ − η/(1 − β₁ᵗ)·m/D − ηβ₂/(1 − β₂ᵗ)·d/D)/(1 + ηλ)</c> with
/// <c>D = √n/√(1 − β₃ᵗ) + ε</c>; <c>g ← ±g</c> first. Without the proximal form, <c>θ ← θ(1 − ηλ)</c> comes first in place of the division.
/// Same as the authors' code. X. Xie and others, 2022.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: the decay rate of the running mean of gradient differences; at least 0, less than 1.</param>
/// <param name="Beta3">β₃: the decay rate of the running mean square; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: added outside the root, after the bias correction; at least 0.</param>
/// <param name="WeightDecay">λ: the decoupled weight decay; at least 0.</param>
/// <param name="NoProximal">
/// Whether to apply weight decay before the step, as AdamW does, instead of by the proximal division after it.
/// </param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Adan(
    double LearningRate = 1e-3, double Beta1 = 0.98, double Beta2 = 0.92, double Beta3 = 0.99, double Epsilon = 1e-8, double WeightDecay = 0,
    bool NoProximal = false, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adan";

    /// <summary>β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</summary>
    [Option("betas", 0)]
    public double Beta1 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta1);

    /// <summary>β₂: the decay rate of the running mean of gradient differences; at least 0, less than 1.</summary>
    [Option("betas", 1)]
    public double Beta2 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta2);

    /// <summary>β₃: the decay rate of the running mean square; at least 0, less than 1.</summary>
    [Option("betas", 2)]
    public double Beta3 { get; init => field = Require.DecayRate(value); } = Require.DecayRate(Beta3);

    /// <summary>ε: added outside the root, after the bias correction; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <summary>Whether to apply weight decay before the step, as AdamW does, instead of by the proximal division after it.</summary>
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
        new Adan(), new Adan(0.1, 0.5, 0.75, 0.9, 1e-3), new Adan(0.01, WeightDecay: 0.1),
            new Adan(0.01, Epsilon: 0, WeightDecay: 0.1, NoProximal: true, Maximize: true),
    ];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Beta1 = momentum };
}
