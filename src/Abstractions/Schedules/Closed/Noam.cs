using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>
/// The Transformer's schedule: linear warm-up, then decay with the inverse square root of the step, scaled by the model width.
/// </summary>
/// <remarks>
/// <c>b·f·d^−½·min(s^−½, s·w^−1.5)</c> with <c>s = t + 1</c>; the maximum is at step <c>w − 1</c>. Same as Burn's <c>NoamLrScheduler</c>,
/// whose factor is <c>b·f</c> here. A. Vaswani and others, “Attention is all you need”, 2017.
/// </remarks>
/// <param name="WarmUpSteps">w: the number of warm-up steps; at least 1.</param>
/// <param name="ModelSize">d: the width of the model; at least 1.</param>
/// <param name="Factor">f: an additional factor; at least 0.</param>
public sealed record Noam(int WarmUpSteps = 4000, int ModelSize = 512, double Factor = 1) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The number of warm-up steps; at least 1.</summary>
    [Option("warmup_steps")]
    public int WarmUpSteps { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(WarmUpSteps, 1);

    /// <summary>The width of the model; at least 1.</summary>
    public int ModelSize { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(ModelSize, 1);

    /// <summary>An additional factor; at least 0.</summary>
    public double Factor { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Factor);

    /// <inheritdoc/>
    public override string Name => "noam";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Noam(), new Noam(10, 64), new Noam(4, 16, 2)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step)
    {
        double s = step + 1.0;
        return learningRate * Factor / Math.Sqrt(ModelSize) * Math.Min(1 / Math.Sqrt(s), s / (WarmUpSteps * Math.Sqrt(WarmUpSteps)));
    }
}
