using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Averaged stochastic gradient descent: decaying step sizes, and a running average of the parameters.</summary>
/// <remarks>
/// <c>θ ← θ(1 − Λη′) − η′g</c>; the average a is θ while <c>μ = 1</c>, then <c>a ← a + μ(θ − a)</c>; after that
/// <c>η′ ← η/(1 + Ληt)^α</c> and <c>μ ← 1/max(1, t − t₀)</c>, which apply to the next step. <c>g ← ±g + λθ</c> first.
/// Same as <c>torch.optim.ASGD</c>. B. T. Polyak and A. B. Juditsky, 1992.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Decay">Λ: the decay of the step size and of the parameters; at least 0.</param>
/// <param name="Alpha">α: the power of the step size's decay; at least 0.</param>
/// <param name="AveragingStart">t₀: the number of steps before averaging starts; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Asgd(
    double LearningRate = 1e-2, double Decay = 1e-4, double Alpha = 0.75, double AveragingStart = 1e6, double WeightDecay = 0, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "asgd";

    /// <summary>Λ: the decay of the step size and of the parameters; at least 0.</summary>
    [Option("lambd")]
    public double Decay { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Decay);

    /// <summary>α: the power of the step size's decay; at least 0.</summary>
    public double Alpha { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Alpha);

    /// <summary>t₀: the number of steps before averaging starts; at least 0.</summary>
    [Option("t0")]
    public double AveragingStart { get; init => field = Require.NotNegative(value); } = Require.NotNegative(AveragingStart);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots =>
        [new("eta", LearningRate, SlotShape.Scalar, NotNegative: true), new("mu", 1, SlotShape.Scalar, NotNegative: true), new("ax")];

    /// <inheritdoc/>
    public override bool KeepsRate => true;

    /// <inheritdoc/>
    public override bool Decays => Decay > 0 || base.Decays;

    /// <inheritdoc/>
    public override RateEffect RateEffect => RateEffect.InState;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Asgd(), new Asgd(0.1, Decay: 0.1, Alpha: 0.5, AveragingStart: 1), new Asgd(0.1, Decay: 1, AveragingStart: 0, WeightDecay: 0.1),
        new Asgd(0.5, Decay: 0, AveragingStart: 2, Maximize: true),
    ];

    /// <summary>The step size η′ after a number of steps.</summary>
    /// <param name="step">The number of steps done, from 1.</param>
    /// <param name="learningRate">η in the last of them.</param>
    /// <returns>η′.</returns>
    public double SizeAfter(long step, double learningRate) => learningRate / Math.Pow(1 + Decay * learningRate * step, Alpha);

    /// <summary>The weight μ of the newest parameters in the average, after a number of steps.</summary>
    /// <param name="step">The number of steps done, from 0.</param>
    /// <returns>μ.</returns>
    public double WeightAfter(long step) => 1 / Math.Max(1, step - AveragingStart);

    /// <inheritdoc/>
    public override double? ScalarAfter(string slot, long step) => slot switch
    {
        "eta" => step == 0 ? LearningRate : SizeAfter(step, LearningRate),
        "mu" => WeightAfter(step),
        _ => null,
    };
}
