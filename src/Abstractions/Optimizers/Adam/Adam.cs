using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Running means of gradient and squared gradient, corrected for their start at 0.</summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← β₂v + (1 − β₂)g²</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/(√v/√(1 − β₂ᵗ) + ε)</c>, with <c>g ← ±g + λθ</c> first.
/// AMSGrad divides by the largest v so far, taken before the bias correction.
/// Same as <c>torch.optim.Adam</c>. Keras's Adam has ε uncorrected; optax's AMSGrad takes the largest corrected v.
/// D. P. Kingma and J. Ba, 2015; S. J. Reddi, S. Kale and S. Kumar, 2018.
/// </remarks>
/// <param name="LearningRate">η; at least 0.</param>
/// <param name="Beta1">β₁: how much of the old mean stays; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: how much of the old mean square stays; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: keeps the divisor from 0; at least 0.</param>
/// <param name="WeightDecay">λ; at least 0.</param>
/// <param name="AmsGrad">Whether the divisor may only grow.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
/// <param name="DecoupledWeightDecay">Whether to decay apart from the gradient, as AdamW does.</param>
/// <param name="Placement">Where ε stands.</param>
/// <param name="AmsGradForm">What AMSGrad takes the largest of.</param>
/// <param name="EpsilonRoot">ε′, under the root beside ε outside it, as optax's <c>eps_root</c>: <c>√(v̂ + ε′) + ε</c>; at least 0.</param>
public sealed record Adam(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0,
    bool AmsGrad = false, bool Maximize = false, bool DecoupledWeightDecay = false,
    EpsilonPlacement Placement = EpsilonPlacement.Outside, AmsGradForm AmsGradForm = AmsGradForm.Uncorrected, double EpsilonRoot = 0)
    : AmsGradFamily(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, AmsGrad, Maximize, Placement, AmsGradForm, EpsilonRoot), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adam";

    /// <inheritdoc/>
    public override bool DecouplesDecay => DecoupledWeightDecay;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Adam(), new Adam(AmsGrad: true), new Adam(0.1, 0.5, 0.9, 1e-3), new Adam(0.01, WeightDecay: 0.1, Maximize: true),
        new Adam(0.01, Beta1: 0, Beta2: 0.9999, Epsilon: 0), new Adam(0.01, WeightDecay: 0.1, DecoupledWeightDecay: true),
        new Adam(Epsilon: 1e-7, Placement: EpsilonPlacement.Uncorrected), new Adam(Epsilon: 1e-3, Placement: EpsilonPlacement.Inside),
        new Adam(AmsGrad: true, AmsGradForm: AmsGradForm.Corrected),
        new Adam(Epsilon: 1e-3, EpsilonRoot: 1e-4), new Adam(0.01, AmsGrad: true, AmsGradForm: AmsGradForm.Corrected, EpsilonRoot: 0.25),
    ];
}
