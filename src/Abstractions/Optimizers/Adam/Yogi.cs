using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Adam with an additive update of the mean square: it moves towards g² by a step whose size does not depend on the distance.
/// </summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← v − (1 − β₂)·sign(v − g²)·g²</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/(√(v/(1 − β₂ᵗ) + ε′) + ε)</c>, with
/// <c>g ← ±g + λθ</c> first; m and v start at the initial accumulator. Same as <c>optax.yogi</c>. M. Zaheer and others, 2018.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: v moves by <c>(1 − β₂)g²</c>; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: added outside the root, after the bias correction; at least 0.</param>
/// <param name="EpsilonRoot">ε′: added inside the root; at least 0.</param>
/// <param name="InitialAccumulator">The initial value of m and v; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="DecoupledWeightDecay">Whether weight decay is decoupled from the gradient: <c>θ ← θ(1 − ηλ)</c>.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Yogi(
    double LearningRate = 1e-2, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-3, double EpsilonRoot = 0,
    double InitialAccumulator = 1e-6, double WeightDecay = 0, bool DecoupledWeightDecay = false, bool Maximize = false)
    : AdamFamily(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "yogi";

    /// <summary>ε′: added inside the root; at least 0.</summary>
    [Option("eps_root")]
    public double EpsilonRoot { get; init => field = Require.NotNegative(value); } = Require.NotNegative(EpsilonRoot);

    /// <summary>The initial value of m and v; at least 0.</summary>
    [Option("initial_accumulator_value")]
    public double InitialAccumulator { get; init => field = Require.NotNegative(value); } = Require.NotNegative(InitialAccumulator);

    /// <inheritdoc/>
    public override bool DecouplesDecay => DecoupledWeightDecay;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots =>
        [new("exp_avg", InitialAccumulator), new("exp_avg_sq", InitialAccumulator, NotNegative: true)];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Yogi(), new Yogi(0.1, 0.5, 0.9, 1e-2, InitialAccumulator: 0), new Yogi(EpsilonRoot: 1e-3, WeightDecay: 0.1, Maximize: true),
        new Yogi(0.1, InitialAccumulator: 0.5, WeightDecay: 0.1, DecoupledWeightDecay: true),
    ];
}
