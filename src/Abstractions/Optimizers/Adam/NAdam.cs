using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Adam with Nesterov momentum, whose coefficient follows a schedule of its own.</summary>
/// <remarks>
/// <c>μₜ = β₁(1 − ½·0.96^(tψ))</c>; <c>P ← P·μₜ</c>, from 1; <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← β₂v + (1 − β₂)g²</c>;
/// <c>d = √(v/(1 − β₂ᵗ)) + ε</c>; <c>θ ← θ − η(1 − μₜ)/(1 − P)·g/d − ημₜ₊₁/(1 − P·μₜ₊₁)·m/d</c>, with <c>g ← ±g + λθ</c> first. Same as
/// <c>torch.optim.NAdam</c> since 2.0; 1.13 has <c>1 − P·μₜ·μₜ₊₁</c>, one μ too many. T. Dozat, 2016.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: the decay rate of the running mean of squared gradients; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: added outside the root, after the bias correction; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="MomentumDecay">ψ: the momentum decay, how fast μₜ approaches β₁; at least 0.</param>
/// <param name="DecoupledWeightDecay">Whether weight decay is decoupled from the gradient: <c>θ ← θ(1 − ηλ)</c>.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record NAdam(
    double LearningRate = 2e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0,
    double MomentumDecay = 4e-3, bool DecoupledWeightDecay = false, bool Maximize = false)
    : AdamFamily(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "nadam";

    /// <summary>ψ: the momentum decay, how fast μₜ approaches β₁; at least 0.</summary>
    public double MomentumDecay { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MomentumDecay);

    /// <inheritdoc/>
    public override bool DecouplesDecay => DecoupledWeightDecay;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [.. base.Slots, new("mu_product", 1, SlotShape.Scalar, NotNegative: true)];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new NAdam(), new NAdam(0.1, 0.5, 0.9, 1e-3), new NAdam(0.01, WeightDecay: 0.1, Maximize: true), new NAdam(0.01, Epsilon: 0, MomentumDecay: 1),
        new NAdam(0.01, WeightDecay: 0.1, DecoupledWeightDecay: true),
    ];

    /// <summary>The momentum coefficient μ of a step.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <returns>μ.</returns>
    public double MomentumAt(long step) => Beta1 * (1 - 0.5 * Math.Pow(0.96, step * MomentumDecay));

    /// <inheritdoc/>
    public override double? ScalarAfter(string slot, long step)
    {
        if (slot != "mu_product")
            return null;
        double product = 1;
        for (long t = 1; t <= step && product > 0; t++)
            product *= MomentumAt(t);
        return product;
    }
}
