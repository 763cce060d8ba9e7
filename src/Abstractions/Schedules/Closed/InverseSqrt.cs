using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Linear warm-up, then decay with the inverse square root of the step.</summary>
/// <remarks>
/// <c>a + (b − a)·t/w</c> for <c>t &lt; w</c>, then <c>b·√(w/t)</c>. A. Vaswani and others, 2017. Same as fairseq's <c>inverse_sqrt</c>.
/// </remarks>
/// <param name="WarmUpSteps">w: the number of warm-up steps; at least 1.</param>
/// <param name="InitialRate">a: the initial rate; at least 0.</param>
public sealed record InverseSqrt(int WarmUpSteps = 4000, double InitialRate = 0) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The number of warm-up steps; at least 1.</summary>
    [Option("warmup_updates")]
    public int WarmUpSteps { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(WarmUpSteps, 1);

    /// <summary>The initial rate; at least 0.</summary>
    [Option("warmup_init_lr")]
    public double InitialRate { get; init => field = Require.NotNegative(value); } = Require.NotNegative(InitialRate);

    /// <inheritdoc/>
    public override string Name => "inverse_sqrt";

    /// <inheritdoc/>
    public override bool ScalesRate => InitialRate == 0;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new InverseSqrt(), new InverseSqrt(8), new InverseSqrt(5, 1e-3)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => step < WarmUpSteps
        ? InitialRate + (learningRate - InitialRate) * step / WarmUpSteps
        : learningRate * Math.Sqrt((double)WarmUpSteps / step);
}
