using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>The 1cycle policy: one rise to the maximum rate, then annealing far below the initial rate; momentum moves inversely.</summary>
/// <remarks>
/// From <c>B/d</c> to B in steps 0 to <c>pT − 1</c>, then to <c>B/(d·f)</c> in steps up to <c>T − 1</c>; with three phases the rate first
/// returns to <c>B/d</c> in steps up to <c>2pT − 2</c>.
/// Momentum goes from M to m and back. The optimizer's own rate is not used. Same as <c>torch.optim.lr_scheduler.OneCycleLR</c>: step T,
/// one past the end, extrapolates the curve (a straight line even below 0); later steps are refused. L. N. Smith and N. Topin, 2019.
/// </remarks>
/// <param name="MaximumRate">B: the maximum rate; at least 0.</param>
/// <param name="TotalSteps">T: the total number of steps; at least 1. Null for epochs times steps per epoch.</param>
/// <param name="Epochs">The number of epochs, used where T is null; at least 1.</param>
/// <param name="StepsPerEpoch">The number of steps per epoch, used where T is null; at least 1.</param>
/// <param name="WarmupFraction">
/// p: the fraction of the steps in which the rate rises; from 0 to 1. <c>pT</c> must not be 1: the first phase would have length 0.
/// </param>
/// <param name="Anneal">The annealing curve.</param>
/// <param name="CycleMomentum">Whether momentum is cycled too.</param>
/// <param name="BaseMomentum">m: the momentum at the maximum rate; at least 0.</param>
/// <param name="MaximumMomentum">M: the momentum at the initial and the final rate; at least 0.</param>
/// <param name="DivFactor">d: the ratio of the maximum rate to the initial rate; greater than 0.</param>
/// <param name="FinalDivFactor">f: the ratio of the initial rate to the final rate; greater than 0.</param>
/// <param name="ThreePhases">Whether the rate returns to the initial rate in a phase of its own before it falls below.</param>
public sealed record OneCycle(
    double MaximumRate, int? TotalSteps = null, int? Epochs = null, int? StepsPerEpoch = null, double WarmupFraction = 0.3,
        Anneal Anneal = Anneal.Cos,
    bool CycleMomentum = true, double BaseMomentum = 0.85, double MaximumMomentum = 0.95, double DivFactor = 25, double FinalDivFactor = 1e4,
    bool ThreePhases = false) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The maximum rate; at least 0.</summary>
    [Option("max_lr")]
    public double MaximumRate { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MaximumRate);

    /// <summary>The total number of steps, where it is given; at least 1.</summary>
    public int? TotalSteps { get; } = Count(TotalSteps, nameof(TotalSteps));

    /// <summary>The number of epochs, where it is given; at least 1.</summary>
    public int? Epochs { get; } = Count(Epochs, nameof(Epochs));

    /// <summary>The number of steps per epoch, where it is given; at least 1.</summary>
    public int? StepsPerEpoch { get; } = Count(StepsPerEpoch, nameof(StepsPerEpoch));

    /// <summary>The fraction of the steps in which the rate rises; from 0 to 1.</summary>
    [Option("pct_start")]
    public double WarmupFraction { get; } = Rising(Require.UnitInterval(WarmupFraction), All(TotalSteps, Epochs, StepsPerEpoch));

    /// <summary>The annealing curve.</summary>
    [Option("anneal_strategy")]
    public Anneal Anneal { get; init => field = Require.Defined(value); } = Require.Defined(Anneal);

    /// <summary>The momentum at the maximum rate; at least 0.</summary>
    public double BaseMomentum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(BaseMomentum);

    /// <summary>The momentum at the initial and the final rate; at least 0.</summary>
    [Option("max_momentum")]
    public double MaximumMomentum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MaximumMomentum);

    /// <summary>The ratio of the maximum rate to the initial rate; greater than 0.</summary>
    [Option("div_factor")]
    public double DivFactor { get; init => field = Require.Positive(value); } = Require.Positive(DivFactor);

    /// <summary>The ratio of the initial rate to the final rate; greater than 0.</summary>
    [Option("final_div_factor")]
    public double FinalDivFactor { get; init => field = Require.Positive(value); } = Require.Positive(FinalDivFactor);

    /// <summary>Whether the rate returns to the initial rate in a phase of its own before it falls below.</summary>
    [Option("three_phase")]
    public bool ThreePhases { get; init; } = ThreePhases;

    /// <inheritdoc/>
    public override string Name => "one_cycle_lr";

    /// <summary>The total number of steps.</summary>
    public int Steps { get; } = All(TotalSteps, Epochs, StepsPerEpoch);

    /// <inheritdoc/>
    public override int? Length => Steps - 1;

    /// <inheritdoc/>
    public override long? Last => Steps;

    /// <inheritdoc/>
    public override bool ScalesRate => false;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
    [
        new OneCycle(0.1, 20), new OneCycle(1, Epochs: 5, StepsPerEpoch: 8, Anneal: Anneal.Linear), new OneCycle(0.1, 30, ThreePhases: true),
        new OneCycle(0.5, 24, WarmupFraction: 0.25, Anneal: Anneal.Linear, BaseMomentum: 0.8, MaximumMomentum: 0.9, DivFactor: 10,
            FinalDivFactor: 100,
            ThreePhases: true),
        new OneCycle(0.2, 16, CycleMomentum: false),
    ];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step)
    {
        double first = MaximumRate / DivFactor;
        return OnTheWay(step, first, MaximumRate, first, first / FinalDivFactor);
    }

    /// <inheritdoc/>
    protected internal override double? MomentumAt(long step) =>
        CycleMomentum ? OnTheWay(step, MaximumMomentum, BaseMomentum, MaximumMomentum, MaximumMomentum) : null;

    (int Phase, double Share) PhaseOf(long step)
    {
        if (step > Steps)
            throw new ArgumentException($"{nameof(step)} must be at most the number of steps of {Name}: expected at most {Steps}, got {step}.");
        double rise = WarmupFraction * Steps - 1;
        ReadOnlySpan<double> ends = ThreePhases ? [rise, 2 * WarmupFraction * Steps - 2, Steps - 1] : [rise, Steps - 1];
        double start = 0;
        int phase = 0;
        for (; step > ends[phase] && phase < ends.Length - 1; phase++)
            start = ends[phase];
        return ends[phase] != start
            ? (phase, (step - start) / (ends[phase] - start))
            : throw new ArgumentException($"{nameof(step)} must lie in a phase that lasts: expected at most {Steps - 1}, got {step}.");
    }

    double OnTheWay(long step, double first, double top, double back, double last)
    {
        (int phase, double share) = PhaseOf(step);
        return phase == 0 ? Anneal.At(first, top, share)
            : !ThreePhases ? Anneal.At(top, last, share)
            : phase == 1 ? Anneal.At(top, back, share) : Anneal.At(back, last, share);
    }

    static int? Count(int? value, string name) => value is { } given ? Require.AtLeast(given, 1, name) : null;

    static int All(int? total, int? epochs, int? each) => total ?? (epochs is { } e && each is { } s
        ? checked(e * s)
        : throw new ArgumentException(
            $"{nameof(TotalSteps)} must be given, or else {nameof(Epochs)} and {nameof(StepsPerEpoch)}: expected a number of steps, got none."));

    static double Rising(double share, int steps) => share * steps != 1
        ? share
        : throw new ArgumentException(FormattableString.Invariant(
            $"{nameof(WarmupFraction)} must leave the rise some length: expected a fraction of {steps} steps other than 1, got {share}."));
}
