using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>A factor on the rate that changes linearly from one value to another, then stays.</summary>
/// <remarks>
/// <c>b·(s + (e − s)·min(n, t)/n)</c>; for <c>n = 0</c> it stays <c>b·s</c>. Same as <c>torch.optim.lr_scheduler.LinearLR</c>.
/// </remarks>
/// <param name="StartFactor">s: the factor at step 0; greater than 0, at most 1.</param>
/// <param name="EndFactor">e: the final factor; from 0 to 1.</param>
/// <param name="TotalIterations">n: the number of steps to the final factor; at least 0.</param>
public sealed record Linear(double StartFactor = 1.0 / 3, double EndFactor = 1, int TotalIterations = 5)
    : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The factor at step 0; greater than 0, at most 1.</summary>
    public double StartFactor { get; init => field = Share(value); } = Share(StartFactor);

    /// <summary>The final factor; from 0 to 1.</summary>
    public double EndFactor { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(EndFactor);

    /// <summary>The number of steps to the final factor; at least 0.</summary>
    [Option("total_iters")]
    public int TotalIterations { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(TotalIterations, 0);

    /// <inheritdoc/>
    public override string Name => "linear_lr";

    /// <inheritdoc/>
    public override int? Length => TotalIterations;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Linear(), new Linear(1, 0, 10), new Linear(0.25, 0.5, 0)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) =>
        learningRate * (StartFactor + (EndFactor - StartFactor) * Math.Min(TotalIterations, step) / Math.Max(1, TotalIterations));

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) =>
        step == 0 ? rate * StartFactor : step > TotalIterations ? rate
            : rate * (1 + (EndFactor - StartFactor) / (TotalIterations * StartFactor + (step - 1) * (EndFactor - StartFactor)));

    static double Share(double value) => value is > 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(null,
            FormattableString.Invariant($"{nameof(StartFactor)} must be a number greater than 0 and at most 1, got {value}."));
}
