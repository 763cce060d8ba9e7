using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>A constant factor on the rate for the first steps, then the full rate.</summary>
/// <remarks>
/// <c>b·f</c> for <c>t &lt; n</c>, then <c>b</c>; for <c>n = 0</c> it stays <c>b·f</c>, as PyTorch's recursive form does (its closed form
/// gives b). Same as <c>torch.optim.lr_scheduler.ConstantLR</c>, whose defaults are 1/3 and 5.
/// </remarks>
/// <param name="Factor">f: the factor; from 0 to 1.</param>
/// <param name="TotalIterations">n: the number of steps with the factor; at least 0, which means without end.</param>
public sealed record Constant(double Factor = 1.0 / 3, int TotalIterations = 5) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The factor; from 0 to 1.</summary>
    public double Factor { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Factor);

    /// <summary>The number of steps with the factor; at least 0, which means without end.</summary>
    [Option("total_iters")]
    public int TotalIterations { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(TotalIterations, 0);

    /// <summary>The unchanged rate at every step.</summary>
    public static Constant Full { get; } = new(1, 0);

    /// <inheritdoc/>
    public override string Name => "constant_lr";

    /// <inheritdoc/>
    public override int? Length => TotalIterations == 0 ? null : TotalIterations;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Constant(), Full, new Constant(0.25, 0)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) =>
        step < TotalIterations || TotalIterations == 0 ? learningRate * Factor : learningRate;

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) =>
        step == 0 ? rate * Factor : step == TotalIterations ? Whole(learningRate, rate) : rate;

    // A factor of 0 cannot be divided out again.
    double Whole(double learningRate, double rate) => Factor == 0 ? learningRate : rate / Factor;
}
