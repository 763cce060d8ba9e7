using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Layer-wise adaptive rate scaling: SGD with momentum whose update of each parameter is proportional to the parameter's norm.
/// </summary>
/// <remarks>
/// <c>d = ±g + λθ</c>; <c>r = c‖θ‖/(‖d‖ + ε)</c>, or 1 where either norm is 0; <c>b ← μb + ηr·d</c>; <c>θ ← θ − b</c>, with Nesterov
/// <c>θ ← θ − (μb + ηr·d)</c>. Norms are taken over a whole parameter. Same as <c>optax.lars</c>. Y. You, I. Gitman and B. Ginsburg, 2017.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Momentum">μ: the momentum; at least 0.</param>
/// <param name="TrustCoefficient">c: the trust coefficient, the ratio of an update's norm to the parameter's; at least 0.</param>
/// <param name="Epsilon">ε: added to the norm of the gradient; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="Nesterov">Whether to use Nesterov momentum.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Lars(
    double LearningRate = 1, double Momentum = 0.9, double TrustCoefficient = 1e-3, double Epsilon = 0, double WeightDecay = 0,
    bool Nesterov = false, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "lars";

    /// <summary>μ: the momentum; at least 0.</summary>
    public double Momentum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Momentum);

    /// <summary>The ratio of an update's norm to the parameter's; at least 0.</summary>
    public double TrustCoefficient { get; init => field = Require.NotNegative(value); } = Require.NotNegative(TrustCoefficient);

    /// <summary>ε: added to the norm of the gradient; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("momentum_buffer")];

    /// <inheritdoc/>
    public override bool IsElementwise => false;

    /// <inheritdoc/>
    public override bool KeepsRate => true;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Lars(), new Lars(0.1, Momentum: 0, TrustCoefficient: 0.02), new Lars(WeightDecay: 0.1, Nesterov: true),
        new Lars(0.5, 0.5, 1, Epsilon: 1e-3, Maximize: true),
    ];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Momentum = momentum };
}
