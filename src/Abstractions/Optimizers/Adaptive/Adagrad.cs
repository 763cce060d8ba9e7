using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Steps divided by the root of the sum of all squared gradients so far.</summary>
/// <remarks>
/// <c>S ← S + g²</c>; <c>θ ← θ − η/(1 + (t − 1)d)·g/(√S + ε)</c>, with <c>g ← ±g + λθ</c> first.
/// Same as <c>torch.optim.Adagrad</c>. Keras and optax add ε inside the root and initialize S to 0.1. J. Duchi, E. Hazan and Y. Singer,
/// 2011.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="LearningRateDecay">d: the learning rate decay; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="InitialAccumulator">The initial value of S; at least 0.</param>
/// <param name="Epsilon">ε: keeps the denominator from being 0; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
/// <param name="Placement">Where ε is added: outside the root or inside.</param>
public sealed record Adagrad(
    double LearningRate = 1e-2, double LearningRateDecay = 0, double WeightDecay = 0,
    double InitialAccumulator = 0, double Epsilon = 1e-10, bool Maximize = false,
    EpsilonPlacement Placement = EpsilonPlacement.Outside)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "adagrad";

    /// <summary>d: the learning rate decay; at least 0.</summary>
    [Option("lr_decay")]
    public double LearningRateDecay { get; init => field = Require.NotNegative(value); } = Require.NotNegative(LearningRateDecay);

    /// <summary>The initial value of S; at least 0.</summary>
    [Option("initial_accumulator_value")]
    public double InitialAccumulator { get; init => field = Require.NotNegative(value); } = Require.NotNegative(InitialAccumulator);

    /// <summary>ε: keeps the denominator from being 0; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <summary>Where ε is added: outside the root or inside.</summary>
    [Option("eps_placement")]
    public EpsilonPlacement Placement { get; init => field = CheckPlacement(value); } = CheckPlacement(Placement);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("sum", InitialAccumulator, NotNegative: true)];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Adagrad(), new Adagrad(0.1, LearningRateDecay: 0.1), new Adagrad(0.1, WeightDecay: 0.1, InitialAccumulator: 0.5),
        new Adagrad(0.1, Epsilon: 1e-3, Maximize: true), new Adagrad(InitialAccumulator: 0.1, Epsilon: 1e-7, Placement: EpsilonPlacement.Inside),
    ];

    static EpsilonPlacement CheckPlacement(EpsilonPlacement value) =>
        Require.OneOf(value, [EpsilonPlacement.Outside, EpsilonPlacement.Inside], nameof(Placement));
}
