using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Steps in the units of the parameter: the gradient times the ratio of the root mean squares of past updates and of past gradients.
/// </summary>
/// <remarks>
/// <c>s ← ρs + (1 − ρ)g²</c>; <c>Δ = √(a + ε)/√(s + ε)·g</c>; <c>a ← ρa + (1 − ρ)Δ²</c>; <c>θ ← θ − ηΔ</c>, with <c>g ← ±g + λθ</c> first.
/// Same as <c>torch.optim.Adadelta</c>. M. D. Zeiler, 2012.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Rho">ρ: the decay rate of both running means; from 0 to 1.</param>
/// <param name="Epsilon">ε: added inside both roots; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Adadelta(
    double LearningRate = 1.0, double Rho = 0.9, double Epsilon = 1e-6, double WeightDecay = 0, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adadelta";

    /// <summary>ρ: the decay rate of both running means; from 0 to 1.</summary>
    public double Rho { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Rho);

    /// <summary>ε: added inside both roots; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("square_avg", NotNegative: true), new("acc_delta", NotNegative: true)];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
        [new Adadelta(), new Adadelta(0.5, Rho: 0.5, Epsilon: 1e-3), new Adadelta(WeightDecay: 0.1, Maximize: true)];
}
