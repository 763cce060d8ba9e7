using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Adam's denominator factored into one running mean per row and one per column, with steps relative to the scale of the parameter.
/// </summary>
/// <remarks>
/// <c>β̂ = tᵞ</c>; <c>α = max(ε₂, RMS(θ))·min(η, 1/√t)</c>; <c>θ ← θ(1 − ηλ)</c>. With two or more dimensions
/// <c>r ← r + β̂(mean of g² along rows − r)</c>, <c>c</c> likewise along columns, <c>V = r·c/max(mean of r, ε₁)</c>; with fewer
/// <c>V ← V + β̂(g² − V)</c>. <c>U = g/√max(V, ε₁²)</c>; <c>θ ← θ − α/max(1, RMS(U)/d)·U</c>, with <c>g ← ±g</c> first. For a parameter
/// without elements the state does not change. Same as <c>torch.optim.Adafactor</c> of PyTorch 2.5 and later. N. Shazeer and M. Stern,
/// 2018.
/// </remarks>
/// <param name="LearningRate">η: the upper bound of the relative step size; at least 0.</param>
/// <param name="Beta2Decay">γ: the exponent of the weight β̂ of a new gradient; at most 0.</param>
/// <param name="Epsilon1">ε₁: the lower bound in the denominators; at least 0, or null for the machine epsilon of the element type.</param>
/// <param name="Epsilon2">ε₂: the lower bound of <c>RMS(θ)</c> in the step size; at least 0.</param>
/// <param name="ClipThreshold">d: the clipping threshold, the largest root mean square of U; at least 1.</param>
/// <param name="WeightDecay">λ: the decoupled weight decay; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Adafactor(
    double LearningRate = 1e-2, double Beta2Decay = -0.8, double? Epsilon1 = null, double Epsilon2 = 1e-3, double ClipThreshold = 1,
    double WeightDecay = 0, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adafactor";

    /// <summary>γ: the exponent of the weight of a new gradient in the running means; at most 0.</summary>
    [Option("beta2_decay")]
    public double Beta2Decay { get; init => field = NotPositive(value); } = NotPositive(Beta2Decay);

    /// <summary>ε₁: the lower bound in the denominators; at least 0, or null for the machine epsilon of the element type.</summary>
    [Option("eps", 0)]
    public double? Epsilon1 { get; init => field = Smallest(value); } = Smallest(Epsilon1);

    /// <summary>ε₂: the lower bound of <c>RMS(θ)</c> in the step size; at least 0.</summary>
    [Option("eps", 1)]
    public double Epsilon2 { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon2);

    /// <summary>d: the largest root mean square of an update before it is scaled by the step size; at least 1.</summary>
    [Option("d")]
    public double ClipThreshold { get; init => field = Threshold(value); } = Threshold(ClipThreshold);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots =>
    [
        new("row_var", Shape: SlotShape.Rows, NotNegative: true), new("col_var", Shape: SlotShape.Columns, NotNegative: true),
        new("variance", Shape: SlotShape.Vector, NotNegative: true),
    ];

    /// <inheritdoc/>
    public override bool DecouplesDecay => true;

    /// <inheritdoc/>
    public override RateEffect RateEffect => RateEffect.Limited;

    /// <inheritdoc/>
    public override bool IsElementwise => false;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Adafactor(), new Adafactor(0.5, Beta2Decay: -0.5, Epsilon1: 1e-8, Epsilon2: 0.1),
            new Adafactor(0.1, ClipThreshold: 2, WeightDecay: 0.1, Maximize: true),
    ];

    static double NotPositive(double value) => double.IsFinite(value) && value <= 0 ? value : throw new ArgumentOutOfRangeException(null,
        FormattableString.Invariant($"{nameof(Beta2Decay)} must be a finite number of at most 0, got {value}."));

    /// <inheritdoc/>
    protected override void CheckSingle()
    {
        base.CheckSingle();
        Require.InRangeOfFloat(Epsilon1 ?? 0, nameof(Epsilon1));
        Require.InRangeOfFloat(Epsilon2, nameof(Epsilon2));
    }

    static double? Smallest(double? value) => value is { } given ? Require.NotNegative(given, nameof(Epsilon1)) : null;

    static double Threshold(double value) => double.IsFinite(value) && value >= 1 ? value : throw new ArgumentOutOfRangeException(null,
        FormattableString.Invariant($"{nameof(ClipThreshold)} must be a finite number of at least 1, got {value}."));
}
