using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Adam that divides by the running standard deviation of gradients around their running mean instead of their root mean square.
/// </summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)g</c>; <c>s ← β₂s + (1 − β₂)(g − m)² + ε′</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/(√s/√(1 − β₂ᵗ) + ε)</c>, with
/// <c>g ← ±g + λθ</c> first. Same as <c>optax.adabelief</c> and the authors' code, where ε = ε′. J. Zhuang and others, 2020.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: the decay rate of the running variance s; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: added outside the root, after the bias correction; at least 0.</param>
/// <param name="EpsilonRoot">ε′: added to the running variance in every step; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="DecoupledWeightDecay">Whether weight decay is decoupled from the gradient: <c>θ ← θ(1 − ηλ)</c>.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record AdaBelief(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-16, double EpsilonRoot = 1e-16,
    double WeightDecay = 0, bool DecoupledWeightDecay = false, bool Maximize = false)
    : AdamFamily(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adabelief";

    /// <summary>ε′: added to the running variance in every step; at least 0.</summary>
    [Option("eps_root")]
    public double EpsilonRoot { get; init => field = Require.NotNegative(value); } = Require.NotNegative(EpsilonRoot);

    /// <inheritdoc/>
    public override bool DecouplesDecay => DecoupledWeightDecay;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("exp_avg"), new("exp_avg_var", NotNegative: true)];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new AdaBelief(), new AdaBelief(0.1, 0.5, 0.9, 1e-3), new AdaBelief(0.01, EpsilonRoot: 1e-3, WeightDecay: 0.1, Maximize: true),
        new AdaBelief(0.01, Epsilon: 1e-8, WeightDecay: 0.1, DecoupledWeightDecay: true),
    ];
}
