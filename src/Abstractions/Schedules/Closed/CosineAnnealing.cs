using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>The rate follows half a cosine from its start to its smallest value, and back.</summary>
/// <remarks><c>η + (b − η)(1 + cos(πt/T))/2</c>, of period 2T. Same as <c>torch.optim.lr_scheduler.CosineAnnealingLR</c>. I. Loshchilov and F. Hutter, 2017.</remarks>
/// <param name="Period">T: how many steps to the smallest rate; at least 1.</param>
/// <param name="Minimum">η: the smallest rate; at least 0.</param>
public sealed record CosineAnnealing(int Period, double Minimum = 0) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>How many steps to the smallest rate; at least 1.</summary>
    [Option("T_max")]
    public int Period { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Period, 1);

    /// <summary>The smallest rate; at least 0.</summary>
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
