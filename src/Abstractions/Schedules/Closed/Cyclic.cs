using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Cyclical learning rate: the rate oscillates between two given bounds without end; momentum oscillates inversely.</summary>
/// <remarks>
/// With u steps up, d down, <c>c = ⌊t/(u + d)⌋</c> completed cycles and τ steps since then: <c>s = τ/u</c> up to u, then
/// <c>(u + d − τ)/d</c>; <c>lr = b + (B − b)·s·h</c> and <c>momentum = M − (M − m)·s·h</c> with <c>h = 1</c>, <c>2⁻ᶜ</c> or <c>γᵗ</c> by
/// the mode, or a user-defined function of <c>c + 1</c> or of t, which takes precedence over the mode. The optimizer's own rate is not
/// used. In <c>eval</c>, where there are no functions, <c>scale_fn</c> is the list <c>[h(0), h(1), …]</c>, whose last element is repeated.
/// Same as <c>torch.optim.lr_scheduler.CyclicLR</c>. L. N. Smith, 2017.
/// </remarks>
/// <param name="BaseRate">b: the minimum rate; at least 0.</param>
/// <param name="MaximumRate">B: the maximum rate of the first cycle; at least 0.</param>
/// <param name="StepsUp">u: the number of steps in the increasing half of a cycle; at least 1.</param>
/// <param name="StepsDown">d: the number of steps in the decreasing half of a cycle; at least 0, null for u.</param>
/// <param name="Mode">How the amplitude changes from cycle to cycle.</param>
/// <param name="Gamma">γ: the factor per step of <c>exp_range</c>; at least 0.</param>
/// <param name="CycleMomentum">Whether momentum is cycled too.</param>
/// <param name="BaseMomentum">m: the momentum at the maximum rate; at least 0.</param>
/// <param name="MaximumMomentum">M: the momentum at the minimum rate; at least 0.</param>
/// <param name="Scale">h: a user-defined scale of the amplitude; null for that of the mode.</param>
/// <param name="ScaleMode">What the user-defined scale is a function of.</param>
public sealed record Cyclic(
    double BaseRate, double MaximumRate, int StepsUp = 2000, int? StepsDown = null, CyclicMode Mode = CyclicMode.Triangular, double Gamma = 1,
    bool CycleMomentum = true, double BaseMomentum = 0.8, double MaximumMomentum = 0.9,
    Factors? Scale = null, CyclicScale ScaleMode = CyclicScale.Cycle) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The minimum rate; at least 0.</summary>
    [Option("base_lr")]
    public double BaseRate { get; init => field = Require.NotNegative(value); } = Require.NotNegative(BaseRate);

    /// <summary>The maximum rate of the first cycle; at least 0.</summary>
    [Option("max_lr")]
    public double MaximumRate { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MaximumRate);

    /// <summary>The number of steps in the increasing half of a cycle; at least 1.</summary>
    [Option("step_size_up")]
    public int StepsUp { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(StepsUp, 1);

    /// <summary>The number of steps in the decreasing half of a cycle; at least 0, null for as many as in the increasing half.</summary>
    [Option("step_size_down")]
    public int? StepsDown { get; init => field = Fall(value); } = Fall(StepsDown);

    /// <summary>How the amplitude changes from cycle to cycle.</summary>
    public CyclicMode Mode { get; init => field = Require.Defined(value); } = Require.Defined(Mode);

    /// <summary>The factor per step of <c>exp_range</c>; at least 0.</summary>
    public double Gamma { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Gamma);

    /// <summary>The momentum at the maximum rate; at least 0.</summary>
    public double BaseMomentum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(BaseMomentum);

    /// <summary>The momentum at the minimum rate; at least 0.</summary>
    [Option("max_momentum")]
    public double MaximumMomentum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MaximumMomentum);

    /// <summary>A user-defined scale of the amplitude; null for that of the mode.</summary>
    [Option("scale_fn")]
    public Factors? Scale { get; init; } = Scale;

    /// <summary>What the user-defined scale is a function of.</summary>
    public CyclicScale ScaleMode { get; init => field = Require.Defined(value); } = Require.Defined(ScaleMode);

    /// <inheritdoc/>
    public override string Name => "cyclic_lr";

    /// <summary>The number of steps in a full cycle.</summary>
    public long Period => (long)StepsUp + (StepsDown ?? StepsUp);

    /// <inheritdoc/>
    public override bool ScalesRate => false;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
    [
        new Cyclic(0.01, 0.1), new Cyclic(0.01, 0.1, 4, 6), new Cyclic(0, 1, 3, Mode: CyclicMode.Triangular2, CycleMomentum: false),
        new Cyclic(0.001, 0.5, 5, 2, CyclicMode.ExpRange, 0.9, BaseMomentum: 0.7, MaximumMomentum: 0.95), new Cyclic(0.1, 1, 4, 0),
        new Cyclic(0.1, 1, 3, Scale: new Factors(1, 0.75, 0.5, 0.25)),
            new Cyclic(0.1, 1, 3, 2, Scale: new Factors(1, 0.5, 0.75), ScaleMode: CyclicScale.Iterations),
    ];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => BaseRate + (MaximumRate - BaseRate) * Height(step);

    /// <inheritdoc/>
    protected internal override double? MomentumAt(long step) =>
        CycleMomentum ? MaximumMomentum - (MaximumMomentum - BaseMomentum) * Height(step) : null;

    double Height(long step)
    {
        long since = step % Period;
        double share = since <= StepsUp ? (double)since / StepsUp : (double)(Period - since) / (Period - StepsUp);
        return share * (Scale?.At(ScaleMode == CyclicScale.Cycle ? 1 + step / Period : step) ?? Mode switch
        {
            CyclicMode.Triangular => 1,
            CyclicMode.Triangular2 => Math.Pow(2, -(step / Period)),
            _ => Math.Pow(Gamma, step),
        });
    }

    static int? Fall(int? steps) => steps is { } given ? Require.AtLeast(given, 0, nameof(StepsDown)) : null;
}
