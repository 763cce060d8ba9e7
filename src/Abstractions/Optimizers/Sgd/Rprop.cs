using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>
/// Resilient backpropagation: steps along the sign of the gradient, with a size per element that grows while the sign stays and shrinks
/// when it flips.
/// </summary>
/// <remarks>
/// Each element has a step size s, initially η. Where <c>g·g′ &gt; 0</c>, g′ being the previous gradient, <c>s ← η₊s</c>; where
/// <c>g·g′ &lt; 0</c>, <c>s ← η₋s</c> and <c>g ← 0</c>; s is clamped to its bounds. <c>θ ← θ − sign(g)·s</c>; <c>g′ ← g</c>.
/// <c>g ← ±g + λθ</c> first. The learning rate only sets the initial step size. Same as <c>torch.optim.Rprop</c>, which has no weight
/// decay. M. Riedmiller and H. Braun, 1993.
/// </remarks>
/// <param name="LearningRate">η: the initial step size; at least 0.</param>
/// <param name="EtaMinus">η₋: the factor by which a step size shrinks; greater than 0, less than 1.</param>
/// <param name="EtaPlus">η₊: the factor by which a step size grows; greater than 1.</param>
/// <param name="SmallestStep">The smallest step size; at least 0.</param>
/// <param name="LargestStep">The largest step size; at least the smallest.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
public sealed record Rprop(
    double LearningRate = 1e-2, double EtaMinus = 0.5, double EtaPlus = 1.2, double SmallestStep = 1e-6, double LargestStep = 50,
    double WeightDecay = 0, bool Maximize = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "rprop";

    /// <summary>η₋: the factor by which a step size shrinks; greater than 0, less than 1.</summary>
    [Option("etas", 0)]
    public double EtaMinus { get; init => field = CheckEtaMinus(value); } = CheckEtaMinus(EtaMinus);

    /// <summary>η₊: the factor by which a step size grows; greater than 1.</summary>
    [Option("etas", 1)]
    public double EtaPlus { get; init => field = CheckEtaPlus(value); } = CheckEtaPlus(EtaPlus);

    /// <summary>The smallest step size; at least 0, at most the largest.</summary>
    [Option("step_sizes", 0)]
    public double SmallestStep { get; init => (field, _) = CheckSteps(value, LargestStep); } = CheckSteps(SmallestStep, LargestStep).Smallest;

    /// <summary>The largest step size; at least the smallest.</summary>
    [Option("step_sizes", 1)]
    public double LargestStep { get; init => (_, field) = CheckSteps(SmallestStep, value); } = LargestStep;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("prev"), new("step_size", LearningRate, NotNegative: true)];

    /// <inheritdoc/>
    public override RateEffect RateEffect => RateEffect.InState;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Rprop(), new Rprop(0.1, 0.25, 2, 1e-3, 0.5), new Rprop(0.1, WeightDecay: 0.1),
            new Rprop(0.3, SmallestStep: 0.1, LargestStep: 0.4, Maximize: true),
    ];

    static double CheckEtaMinus(double value) => Require.Within(value, 0, 1, nameof(EtaMinus));

    static double CheckEtaPlus(double value) => Require.Within(value, 1, double.PositiveInfinity, nameof(EtaPlus));

    /// <inheritdoc/>
    protected override void CheckSingle()
    {
        base.CheckSingle();
        Require.InRangeOfFloat(SmallestStep, nameof(SmallestStep));
        Require.InRangeOfFloat(LargestStep, nameof(LargestStep));
    }

    static (double Smallest, double Largest) CheckSteps(double smallest, double largest) =>
        Require.NotNegative(smallest, nameof(SmallestStep)) <= Require.NotNegative(largest, nameof(LargestStep))
            ? (smallest, largest)
            : throw new ArgumentException(FormattableString.Invariant(
                $"{nameof(SmallestStep)} must be at most {nameof(LargestStep)}: expected at most {largest}, got {smallest}."));
}
