using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Adam with decoupled weight decay.</summary>
/// <remarks>
/// <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← β₂v + (1 − β₂)g²</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/(√v/√(1 − β₂ᵗ) + ε)</c>, with <c>θ ← θ(1 − ηλ)</c>
/// first. AMSGrad uses the running maximum of v in place of v, taken before the bias correction. Same as <c>torch.optim.AdamW</c>. I.
/// Loshchilov and F. Hutter, 2019.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
/// <param name="Beta2">β₂: the decay rate of the running mean of squared gradients; at least 0, less than 1.</param>
/// <param name="Epsilon">ε: keeps the denominator from being 0; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="AmsGrad">Whether to use the AMSGrad variant, in which the denominator never decreases.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
/// <param name="Placement">Where ε is added in the denominator.</param>
/// <param name="AmsGradForm">Which mean square AMSGrad takes the running maximum of.</param>
/// <param name="EpsilonRoot">
/// ε′: added inside the root, in addition to ε outside it, as optax's <c>eps_root</c>: <c>√(v̂ + ε′) + ε</c>; at least 0.
/// </param>
/// <param name="BiasCorrection">
/// Whether the running means are divided by <c>1 − βᵗ</c>; BERT's Adam (J. Devlin and others, 2019) leaves that out.
/// </param>
/// <param name="FullyDecoupled">
/// Whether weight decay is independent of the learning rate, as in the paper: <c>θ ← θ(1 − sλ)</c>, where the schedule's multiplier s is the
/// rate of the step divided by <paramref name="LearningRate"/>, and 1 where that is 0.
/// </param>
public sealed record AdamW(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 1e-2,
    bool AmsGrad = false, bool Maximize = false,
    EpsilonPlacement Placement = EpsilonPlacement.Outside, AmsGradForm AmsGradForm = AmsGradForm.Uncorrected, double EpsilonRoot = 0,
    bool BiasCorrection = true, bool FullyDecoupled = false)
    : AmsGradFamily(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, AmsGrad, Maximize, Placement, AmsGradForm, EpsilonRoot, BiasCorrection),
        IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adamw";

    /// <inheritdoc/>
    public override bool DecouplesDecay => true;

    /// <inheritdoc/>
    public override double DecayTimes(double rate) => !FullyDecoupled ? rate : LearningRate == 0 ? 1 : rate / LearningRate;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new AdamW(), new AdamW(AmsGrad: true), new AdamW(0.1, 0.5, 0.9, 1e-3), new AdamW(0.01, WeightDecay: 0.1, Maximize: true),
        new AdamW(0.01, Beta1: 0, Beta2: 0.9999, Epsilon: 0), new AdamW(Epsilon: 1e-7, Placement: EpsilonPlacement.Uncorrected),
        new AdamW(Epsilon: 1e-3, Placement: EpsilonPlacement.Inside), new AdamW(AmsGrad: true, AmsGradForm: AmsGradForm.Corrected),
        new AdamW(Epsilon: 1e-3, EpsilonRoot: 1e-4), new AdamW(0.01, AmsGrad: true, AmsGradForm: AmsGradForm.Corrected, EpsilonRoot: 0.25),
        new AdamW(0.01, Epsilon: 1e-6, BiasCorrection: false), new AdamW(0.01, WeightDecay: 1e-3, FullyDecoupled: true),
    ];
}
