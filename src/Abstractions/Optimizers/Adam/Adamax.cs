using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Adam with an exponentially decaying maximum of absolute gradients (an infinity norm) in place of the root mean square.
/// </summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)g</c>; <c>u ← max(β₂u, |g| + ε)</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/u</c>, with <c>g ← ±g + λθ</c> first.
/// Same as <c>torch.optim.Adamax</c> and <c>optax.adamax</c>. Keras adds ε outside the maximum: <c>u ← max(β₂u, |g|)</c>, divided by
/// <c>u + ε</c>. D. P. Kingma and J. Ba, 2015.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: the decay rate of the maximum u; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: keeps the denominator from being 0; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
/// <param name="Placement">Where ε is added: inside the maximum or outside.</param>
public sealed record Adamax(
    double LearningRate = 2e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0,
    bool Maximize = false, EpsilonPlacement Placement = EpsilonPlacement.Inside)
    : AdamFamily(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adamax";

    /// <summary>Where ε is added: inside the maximum or outside.</summary>
    [Option("eps_placement")]
    public EpsilonPlacement Placement { get; init => field = CheckPlacement(value); } = CheckPlacement(Placement);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("exp_avg"), new("exp_inf", NotNegative: true)];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Adamax(), new Adamax(0.1, 0.5, 0.9, 1e-3), new Adamax(0.01, WeightDecay: 0.1, Maximize: true), new Adamax(Epsilon: 0),
        new Adamax(1e-3, Epsilon: 1e-3, Placement: EpsilonPlacement.Outside),
    ];

    static EpsilonPlacement CheckPlacement(EpsilonPlacement value) =>
        Require.OneOf(value, [EpsilonPlacement.Inside, EpsilonPlacement.Outside], nameof(Placement));
}
