using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Adam whose mean square moves towards the squared gradient by steps that do not depend on how far it is.</summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← v − (1 − β₂)·sign(v − g²)·g²</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/(√(v/(1 − β₂ᵗ) + ε′) + ε)</c>, with
/// <c>g ← ±g + λθ</c> first; m and v start at the initial accumulator. Same as <c>optax.yogi</c>. M. Zaheer and others, 2018.
/// </remarks>
/// <param name="LearningRate">η; at least 0.</param>
/// <param name="Beta1">β₁: how much of the old mean stays; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: how little v moves; at least 0, less than 1.</param>
/// <param name="Epsilon">ε, outside the root and after the bias correction; at least 0.</param>
/// <param name="EpsilonRoot">ε′, inside the root; at least 0.</param>
/// <param name="InitialAccumulator">m and v before the first step; at least 0.</param>
/// <param name="WeightDecay">λ; at least 0.</param>
/// <param name="DecoupledWeightDecay">Whether to decay apart from the gradient: <c>θ ← θ(1 − ηλ)</c>.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record Yogi(
    double LearningRate = 1e-2, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-3, double EpsilonRoot = 0,
    double InitialAccumulator = 1e-6, double WeightDecay = 0, bool DecoupledWeightDecay = false, bool Maximize = false)
    : AdamFamily(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "yogi";

    /// <summary>ε′, inside the root; at least 0.</summary>
    [Option("eps_root")]
    public double EpsilonRoot { get; init => field = Require.NotNegative(value); } = Require.NotNegative(EpsilonRoot);

    /// <summary>m and v before the first step; at least 0.</summary>
    [Option("initial_accumulator_value")]
    public double InitialAccumulator { get; init => field = Require.NotNegative(value); } = Require.NotNegative(InitialAccumulator);

    /// <inheritdoc/>
    public override bool DecouplesDecay => DecoupledWeightDecay;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("exp_avg", InitialAccumulator), new("exp_avg_sq", InitialAccumulator, NotNegative: true)];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Yogi(), new Yogi(0.1, 0.5, 0.9, 1e-2, InitialAccumulator: 0), new Yogi(EpsilonRoot: 1e-3, WeightDecay: 0.1, Maximize: true),
        new Yogi(0.1, InitialAccumulator: 0.5, WeightDecay: 0.1, DecoupledWeightDecay: true),
    ];
}
