using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Cosine annealing: the rate falls along half a cosine from its initial value to its minimum, and rises back.</summary>
/// <remarks>
/// <c>η + (b − η)(1 + cos(πt/T))/2</c>, of period 2T. Same as <c>torch.optim.lr_scheduler.CosineAnnealingLR</c>. I. Loshchilov and F.
/// Hutter, 2017.
/// </remarks>
/// <param name="Period">T: the number of steps to the minimum; at least 1.</param>
/// <param name="Minimum">η: the minimum rate; at least 0.</param>
public sealed record CosineAnnealing(int Period, double Minimum = 0) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The number of steps to the minimum; at least 1.</summary>
    [Option("T_max")]
    public int Period { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Period, 1);

    /// <summary>The minimum rate; at least 0.</summary>
    [Option("eta_min")]
    public double Minimum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Minimum);

    /// <inheritdoc/>
    public override string Name => "cosine_annealing_lr";

    /// <inheritdoc/>
    public override bool ScalesRate => Minimum == 0;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new CosineAnnealing(10), new CosineAnnealing(50, 1e-3)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => step == 0
        ? learningRate
        : Minimum + (learningRate - Minimum) * (1 + Math.Cos(Math.PI * step / Period)) / 2;

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) => step == 0
        ? rate
        : (step - 1 - Period) % (2L * Period) == 0
            ? rate + (learningRate - Minimum) * (1 - Math.Cos(Math.PI / Period)) / 2
            : (1 + Math.Cos(Math.PI * step / Period)) / (1 + Math.Cos(Math.PI * (step - 1) / Period)) * (rate - Minimum) + Minimum;
}
