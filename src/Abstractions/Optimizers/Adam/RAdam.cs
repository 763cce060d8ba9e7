using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Rectified Adam: divides by the root mean square only once its variance is tractable, and then scales the step by the rectification r.
/// </summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← β₂v + (1 − β₂)g²</c>; <c>ρ∞ = 2/(1 − β₂) − 1</c>; <c>ρ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ)</c>. Where
/// <c>ρ &gt; κ</c>, <c>θ ← θ − ηr·m/(1 − β₁ᵗ)·√(1 − β₂ᵗ)/(√v + ε)</c> with <c>r² = (ρ − 4)(ρ − 2)ρ∞/((ρ∞ − 4)(ρ∞ − 2)ρ)</c>, else
/// <c>θ ← θ − η·m/(1 − β₁ᵗ)</c>. <c>g ← ±g + λθ</c> first. Same as <c>torch.optim.RAdam</c>. L. Liu and others, 2020, who have <c>κ = 4</c>
/// in place of PyTorch's 5.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: the decay rate of the running mean of squared gradients; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: added outside the root, before the bias correction; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="DecoupledWeightDecay">Whether weight decay is decoupled from the gradient: <c>θ ← θ(1 − ηλ)</c>.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
/// <param name="Threshold">κ: the value of ρ above which steps are rectified; at least 4.</param>
public sealed record RAdam(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0,
    bool DecoupledWeightDecay = false, bool Maximize = false, double Threshold = 5)
    : AdamFamily(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "radam";

    /// <summary>κ: the value of ρ above which steps are rectified; at least 4.</summary>
    public double Threshold { get; init => field = Positive(value); } = Positive(Threshold);

    /// <inheritdoc/>
    public override bool DecouplesDecay => DecoupledWeightDecay;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new RAdam(), new RAdam(0.1, 0.5, 0.9, 1e-3), new RAdam(0.01, WeightDecay: 0.1, Maximize: true), new RAdam(0.1, Beta2: 0.5, Epsilon: 0),
        new RAdam(0.01, Beta2: 0.99, WeightDecay: 0.1, DecoupledWeightDecay: true),
        new RAdam(0.1, Threshold: 4), new RAdam(0.1, Beta2: 0.75, Threshold: 6),
    ];

    // Below 4, r² can be negative.
    static double Positive(double value) =>
        double.IsFinite(value) && value >= 4 ? value : throw new ArgumentOutOfRangeException(null, FormattableString.Invariant(
        $"{nameof(Threshold)} must be a finite number of at least 4, got {value}."));
}
